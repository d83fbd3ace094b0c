// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bailiff.action.command.LedgerEntry.State;
import org.bailiff.api.Ban;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which bans were told, through a crash. What cannot be written is known as long as the daemon runs, said, and
 * written as soon as that works. Used by the worker's thread, but for {@link #told} and {@link #wasTold}, which any may call.
 */
final class Ledger {
    /** As many as a jail bans. */
    private static final int MOST_ENTRIES = 100_000;

    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final int LINES_ANYWAY = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Lines file;
    private final LongSupplier steady;
    /** By the ban's id, the oldest first. */
    private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();

    private boolean isNew;
    /** How many lines could not be read. */
    private int damaged;

    /** While many are added at once, which is written as one. */
    private boolean many;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private long lines;
    private String problem = "";
    private String loss = "";
    private long nextRetry;

    Ledger(Lines file, LongSupplier steady) {
        this.file = file;
        this.steady = steady;
    }

    /** Takes up what is there, once, before anything else. */
    void open() {
        try {
            Lines.Found found = file.read(this::take);
            isNew = found == Lines.Found.NOTHING;
            if (damaged > 0) {
                lost("is damaged: " + damaged + " of its lines are left out, and what they said may be told again");
            }
            if (found != Lines.Found.WHOLE || damaged > 0) {
                rewrite();
            }
        } catch (UnusableFileException aside) {
            // As if newly configured: to tell all that is in force again would be worse.
            isNew = true;
            lost(aside.getMessage() + "; bans in force are not told again");
            rewriteOrFail();
        } catch (IOException unreadable) {
            // Nobody knows what was told: to tell all of it again would be worse.
            isNew = isNew || entries.isEmpty();
            failed(unreadable);
        }
    }

    private void lost(String what) {
        loss = file.path() + " " + what;
        LOG.warn("{}", loss);
    }

    private void take(String line) {
        lines++;
        try {
            JsonObject json = ChecksummedLine.read(line).orElseThrow();
            String id = json.has("id") ? json.get("id").getAsString() : "";
            if (json.has("gone")) {
                String gone = json.get("gone").getAsString();
                entries.remove(gone);
                told.remove(gone);
            } else if (!id.isEmpty()) {
                LedgerEntry entry = LedgerEntry.read(json, entries.get(id));
                entries.put(id, entry);
                note(entry);
            }
        } catch (RuntimeException unreadable) {
            damaged++;
        }
    }

    /** Whether nothing was ever written: the action is newly configured. Once told, it is no more. */
    boolean takeNew() {
        boolean was = isNew;
        isNew = false;
        return was;
    }

    Collection<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    Optional<LedgerEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** How many bans were told and have not ended. */
    long told() {
        return told.size();
    }

    /** Whether the ban of this id was told, and has not ended. */
    boolean wasTold(String id) {
        return told.contains(id);
    }

    private void note(LedgerEntry entry) {
        if (entry.state() == State.TOLD) {
            told.add(entry.id());
        } else {
            told.remove(entry.id());
        }
    }

    /** Has what happens meanwhile written as one. */
    void asOne(Runnable changes) {
        many = true;
        long before = lines;
        changes.run();
        many = false;
        if (lines != before) {
            rewriteOrFail();
        }
    }

    /** A ban that is new here. */
    LedgerEntry add(Ban ban, State state) {
        if (entries.size() >= MOST_ENTRIES) {
            remove(entries.values().iterator().next());
        }
        LedgerEntry entry = new LedgerEntry(ban.id(), Optional.of(ban), state);
        entries.put(ban.id(), entry);
        note(entry);
        write(entry::json);
        return entry;
    }

    void become(LedgerEntry entry, State state) {
        entry.become(state);
        if (entries.get(entry.id()) == entry) {
            note(entry);
            write(entry::brief);
        }
    }

    /** Nothing is to be told of the ban any more. */
    void remove(LedgerEntry entry) {
        if (entries.remove(entry.id(), entry)) {
            told.remove(entry.id());
            write(() -> gone(entry.id()));
        }
    }

    private static JsonObject gone(String id) {
        JsonObject json = new JsonObject();
        json.addProperty("gone", id);
        return json;
    }

    /** Forgets all, so that an action of this name is a new one. */
    void forget() {
        entries.clear();
        told.clear();
        try {
            file.remove();
        } catch (IOException kept) {
            failed(kept);
        }
    }

    private void write(Supplier<JsonObject> json) {
        try {
            if (many) {
                lines++;
            } else if (!problem.isEmpty() || lines > LINES_ANYWAY + 2L * entries.size()) {
                rewriteIfDue();
            } else {
                file.append(ChecksummedLine.of(json.get()));
                lines++;
            }
        } catch (IOException failure) {
            failed(failure);
        }
    }

    /** Tries to write everything if something could not be written; at most every few seconds. */
    void retry() {
        try {
            if (!problem.isEmpty()) {
                rewriteIfDue();
            }
        } catch (IOException still) {
            failed(still);
        }
    }

    private void rewriteIfDue() throws IOException {
        if (problem.isEmpty() || steady.getAsLong() - nextRetry >= 0) {
            rewrite();
        }
    }

    private void rewriteOrFail() {
        try {
            rewrite();
        } catch (IOException failure) {
            failed(failure);
        }
    }

    private void rewrite() throws IOException {
        List<String> all = new ArrayList<>();
        JsonObject header = new JsonObject();
        header.addProperty("bailiff", "commands");
        header.addProperty("format", 1);
        all.add(ChecksummedLine.of(header));
        entries.values().forEach(entry -> all.add(ChecksummedLine.of(entry.json())));
        file.replace(all);
        lines = all.size();
        problem = "";
    }

    private void failed(IOException failure) {
        if (problem.isEmpty()) {
            LOG.warn(
                    "what commands were told is not kept, and after a crash may be told again: {}", failure.toString());
        }
        problem = SafeText.of(String.valueOf(failure.getMessage()), 200);
        nextRetry = steady.getAsLong() + RETRY.toNanos();
    }

    /** Writes no more. */
    void close() {
        file.close();
    }

    /** Why what was told is not kept; empty if it is. */
    String problem() {
        return problem;
    }

    /** What the file lost before this start, as a sentence; empty if nothing. */
    String loss() {
        return loss;
    }
}
