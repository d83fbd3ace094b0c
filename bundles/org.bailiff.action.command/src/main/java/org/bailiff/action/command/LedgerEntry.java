// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.bailiff.api.Ban;

/**
 * How far one ban has come. Used by the worker's thread.
 */
final class LedgerEntry {
    /** What is kept of a ban's evidence until it is told; then, nothing. */
    private static final int MOST_LINES = 10;

    private final String id;
    private Optional<Ban> ban;
    private State state;
    private boolean ending;

    /** How far. */
    enum State {
        /** It is to be told. */
        WAITING,
        /** It was told, so its end will be. */
        TOLD,
        /** It is not told, and neither is its end. */
        SKIPPED
    }

    LedgerEntry(String id, Optional<Ban> ban, State state) {
        this.id = id;
        this.ban = ban;
        this.state = state;
    }

    String id() {
        return id;
    }

    /** The ban; empty only if it is skipped. */
    Optional<Ban> ban() {
        return ban;
    }

    /** Takes the ban as the jail knows it, with all its evidence. */
    void refresh(Ban known) {
        ban = Optional.of(known);
    }

    State state() {
        return state;
    }

    void become(State other) {
        state = other;
    }

    /** Whether its end is to be told. */
    boolean isEnding() {
        return ending;
    }

    void ending(boolean whether) {
        ending = whether;
    }

    /** All of it. */
    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("state", state.name());
        json.addProperty("id", id);
        ban.filter(present -> state != State.SKIPPED)
                .ifPresent(present -> json.add("ban", BanJson.of(present, state == State.WAITING ? MOST_LINES : 0)));
        return json;
    }

    /** The same without the ban, which a line before has told. */
    JsonObject brief() {
        JsonObject json = new JsonObject();
        json.addProperty("state", state.name());
        json.addProperty("id", id);
        return json;
    }

    /**
     * What {@link #json} and {@link #brief} wrote.
     *
     * @param before what lines before told of the same ban; null if nothing
     * @throws RuntimeException if it is neither
     */
    static LedgerEntry read(JsonObject json, LedgerEntry before) {
        State state = State.valueOf(json.get("state").getAsString());
        Optional<Ban> ban = Optional.ofNullable(json.getAsJsonObject("ban"))
                .map(BanJson::read)
                .or(() -> before == null ? Optional.empty() : before.ban);
        // Where the line with the ban is damaged, nothing can be told of it any more.
        return new LedgerEntry(json.get("id").getAsString(), ban, ban.isEmpty() ? State.SKIPPED : state);
    }
}
