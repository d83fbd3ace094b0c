// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Two configurations over the same logs, jail by jail.
 *
 * @param before the first
 * @param after the one that may take its place
 */
public record Comparison(Result before, Result after) {

    /**
     * A jail of either.
     *
     * @param before empty if the first has none
     * @param after empty if the second has none
     */
    public record Pair(String jail, Optional<JailResult> before, Optional<JailResult> after) {

        Difference difference() {
            return Difference.between(before, after);
        }

        /** Whether a difference says nothing, because one of them could not be replayed. */
        boolean isDoubtful() {
            return Stream.of(before, after).flatMap(Optional::stream).anyMatch(jail -> !jail.isComplete());
        }
    }

    /** By the jails' names. */
    List<Pair> pairs() {
        TreeSet<String> names = new TreeSet<>();
        Stream.of(before, after).forEach(result -> result.jails().forEach(jail -> names.add(jail.jail())));
        List<Pair> pairs = new ArrayList<>();
        names.forEach(name -> pairs.add(new Pair(name, before.jail(name), after.jail(name))));
        return pairs;
    }
}
