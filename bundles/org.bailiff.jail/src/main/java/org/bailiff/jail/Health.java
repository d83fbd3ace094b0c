// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.source.SourceStatus;

/**
 * A jail's state, and why.
 *
 * @param reason a sentence; empty while ACTIVE without reservation
 */
record Health(JailState state, String reason) {
    /** A jail that is about to read: it says so when it is asked, and does not announce it. */
    static final Health OPENING = new Health(JailState.WAITING, "its logs are being opened");

    /**
     * Works out a jail's state from the states of what it is made of, the worst first.
     *
     * @param status of the actions: asked for once, because each of hundreds of lists has a part in it
     */
    static Health of(Watch watch, Actions actions, List<ActionStatus> status, Remarks remarks) {
        Optional<String> wrong = watch.wrong().or(actions::wrong);
        if (wrong.isPresent()) {
            return new Health(JailState.FAILED, wrong.get()).alsoPaused(watch.pause());
        }
        Optional<String> unenforced = actions.missing().or(() -> unready(status));
        if (watch.pause().isPresent() && unenforced.isEmpty()) {
            return new Health(JailState.PAUSED, watch.pause().get()).with(remarks.first());
        }
        Optional<String> missing = watch.missing().or(() -> unenforced);
        if (missing.isPresent()) {
            return new Health(JailState.WAITING, missing.get()).alsoPaused(watch.pause());
        }
        List<SourceStatus> sources = watch.status();
        List<String> unread = sources.stream()
                .map(SourceStatus::reason)
                .filter(reason -> !reason.isEmpty())
                .toList();
        if (sources.stream().noneMatch(source -> source.state() == SourceStatus.State.READING)) {
            return unread.isEmpty() ? OPENING : new Health(JailState.WAITING, unread.get(0));
        }
        String remark = remarks.first().or(() -> unread.stream().findFirst()).orElse("");
        return new Health(JailState.ACTIVE, remark);
    }

    /** What keeps bans from being enforced outweighs a pause, during which they are to hold. */
    private Health alsoPaused(Optional<String> pause) {
        return with(pause.map(sentence -> "it is " + sentence));
    }

    private Health with(Optional<String> more) {
        return more.map(sentence -> new Health(state, reason + "; " + sentence)).orElse(this);
    }

    /** The same of a jail that only simulates. */
    Health simulating() {
        return switch (state) {
            case ACTIVE -> new Health(JailState.SIMULATING, reason);
            case PAUSED -> with(Optional.of("it only simulates"));
            default -> this;
        };
    }

    /**
     * What people should know of although the jail works.
     *
     * @param memory why decisions are not kept; empty if they are
     * @param ineffective which ban has no effect; empty if all have
     * @param actions what will not last although the actions are ready; empty if nothing
     * @param filter why another definition of the filter is not in force; empty if none is offered
     * @param rate why bans wait; empty if none does
     * @param counts of lines and tables; empty if nothing
     */
    record Remarks(String memory, String ineffective, String actions, String filter, String rate, String counts) {
        Optional<String> first() {
            String unkept = memory.isEmpty() ? "" : "decisions are in force, and not kept: " + memory;
            return Stream.of(unkept, ineffective, actions, filter, rate, counts)
                    .filter(text -> !text.isEmpty())
                    .findFirst();
        }
    }

    private static Optional<String> unready(List<ActionStatus> actions) {
        return actions.stream()
                .filter(action -> action.state() != ActionStatus.State.READY)
                .findFirst()
                .map(ActionStatus::reason);
    }
}
