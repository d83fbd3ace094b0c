// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bailiff.text.Network;

/**
 * What a jail would have done.
 *
 * @param jail its name
 * @param error why it would have done nothing; empty if it could be replayed
 * @param counts of what it read
 * @param bans in the order in which they were decided; not all of a great many
 * @param notes what is to be known of the result: sentences
 * @param unread what should have been read, and could not be: sentences
 */
public record JailResult(
        String jail, String error, Counts counts, List<DecidedBan> bans, List<String> notes, List<String> unread) {

    /**
     * How much of what there was.
     *
     * @param lines that were read
     * @param matched lines that told of a failure within the period
     * @param failures that they told of
     * @param ignored failures of addresses that are never banned
     * @param addresses that failures came from
     * @param bans that were decided
     */
    public record Counts(long lines, long matched, long failures, long ignored, long addresses, long bans) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }

    public JailResult {
        bans = List.copyOf(bans);
        notes = List.copyOf(notes);
        unread = List.copyOf(unread);
    }

    /** Of a jail that cannot work as it is configured. */
    public static JailResult failed(String jail, String why) {
        return new JailResult(jail, why, Counts.NONE, List.of(), List.of(), List.of());
    }

    /** Whether it tells all that it should. */
    public boolean isComplete() {
        return error.isEmpty() && unread.isEmpty();
    }

    /** How often each target was banned. */
    Map<Network, Integer> bansByTarget() {
        Map<Network, Integer> byTarget = new TreeMap<>();
        bans.forEach(ban -> byTarget.merge(ban.target(), 1, Integer::sum));
        return byTarget;
    }

    /** Those that were banned most often, and how often. */
    List<Map.Entry<Network, Integer>> mostBanned(int most) {
        return bansByTarget().entrySet().stream()
                .sorted(Map.Entry.<Network, Integer>comparingByValue().reversed())
                .limit(most)
                .toList();
    }

    Optional<DecidedBan> firstBan() {
        return bans.stream().min(Comparator.comparing(DecidedBan::since));
    }

    Optional<DecidedBan> lastBan() {
        return bans.stream().max(Comparator.comparing(DecidedBan::since));
    }
}
