// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.bailiff.api.Ban;
import org.bailiff.api.Failure;
import org.bailiff.text.SafeText;

/**
 * Has failures said in the log one by one, so many in a second; of a flood's others only how many there were, when the
 * second is over: the log is to stay readable, and to cost less than what it tells of. Used by the jail's thread.
 */
final class FailureLines {
    /** How many lines a jail writes about failures in a second. */
    static final int MOST = 100;
    /** Of so many ids it is counted whose failures they were. */
    private static final int MOST_IDS = 10_000;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final String jail;
    private final Consumer<String> log;
    private final PerSecond lines = new PerSecond(MOST);
    private final Set<String> ids = new HashSet<>();
    private long found;
    private long ignored;
    private long seenAgain;

    /**
     * @param log gets the lines
     */
    FailureLines(String jail, Consumer<String> log) {
        this.jail = jail;
        this.log = log;
    }

    void found(Failure failure, Instant now) {
        if (mayBeSaid(now)) {
            String time =
                    LOCAL.format(failure.time().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
            say("Found " + SafeText.of(failure.id(), 100) + " - " + time);
            return;
        }
        found++;
        if (ids.size() < MOST_IDS) {
            ids.add(failure.id());
        }
    }

    /** Somebody who is never banned, or not now. */
    void ignored(Failure failure, String reason, Instant now) {
        if (mayBeSaid(now)) {
            say("Ignore " + SafeText.of(failure.id(), 100) + " by " + reason);
        } else {
            ignored++;
        }
    }

    /** Somebody who is banned. */
    void alreadyBanned(Ban ban, Instant seen, Instant now) {
        if (mayBeSaid(now)) {
            say(ban.target() + " already banned, and seen again at " + seen);
        } else {
            seenAgain++;
        }
    }

    private boolean mayBeSaid(Instant now) {
        sum(now);
        return lines.take();
    }

    /** Whether there is something to say when the second is over. */
    boolean hasMoreToSay() {
        return found > 0 || ignored > 0 || seenAgain > 0;
    }

    /** Says how many there were beside those that were said, if the second is over. */
    void sum(Instant now) {
        if (!lines.isOver(now)) {
            return;
        }
        if (found > 0) {
            String addresses = ids.size() < MOST_IDS ? Integer.toString(ids.size()) : "at least " + MOST_IDS;
            say("Found " + found + " more failures of " + addresses + " addresses");
        }
        if (ignored > 0) {
            say("Ignore " + ignored + " more failures");
        }
        if (seenAgain > 0) {
            say(seenAgain + " more failures of addresses that are already banned");
        }
        found = 0;
        ignored = 0;
        seenAgain = 0;
        ids.clear();
    }

    private void say(String what) {
        log.accept("[" + jail + "] " + what);
    }
}
