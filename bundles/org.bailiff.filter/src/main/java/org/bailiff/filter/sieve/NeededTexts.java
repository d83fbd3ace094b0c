// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which texts which matchers need, by numbers: the sets of all matchers are numbered through. Immutable. */
final class NeededTexts {
    private final List<String> texts;
    private final int[][] setsOfText;
    private final int[] matcherOfSet;
    private final int[] setsOfMatcher;
    private final int choosy;

    NeededTexts(List<Need> needs) {
        Map<String, List<Integer>> sets = new LinkedHashMap<>();
        List<Integer> matchers = new ArrayList<>();
        setsOfMatcher = new int[needs.size()];
        for (int matcher = 0; matcher < needs.size(); matcher++) {
            for (Set<String> set : needs.get(matcher).anyOfEach()) {
                set.forEach(text ->
                        sets.computeIfAbsent(text, first -> new ArrayList<>()).add(matchers.size()));
                matchers.add(matcher);
                setsOfMatcher[matcher]++;
            }
        }
        texts = List.copyOf(sets.keySet());
        setsOfText = sets.values().stream().map(NeededTexts::ints).toArray(int[][]::new);
        matcherOfSet = ints(matchers);
        choosy =
                (int) needs.stream().filter(need -> !need.anyOfEach().isEmpty()).count();
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Each once. */
    List<String> texts() {
        return texts;
    }

    /** How many sets there are. */
    int sets() {
        return matcherOfSet.length;
    }

    int[] setsOf(int text) {
        return setsOfText[text];
    }

    int matcherOf(int set) {
        return matcherOfSet[set];
    }

    /** How many matchers there are. */
    int matchers() {
        return setsOfMatcher.length;
    }

    /** How many sets the matcher has; if none, every line concerns it. */
    int setsFor(int matcher) {
        return setsOfMatcher[matcher];
    }

    /** How many matchers not every line concerns. */
    int choosy() {
        return choosy;
    }
}
