// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Sieve;
import org.bailiff.api.source.LineBatch;

/** Looks for the texts that matches must hold, each of them once through the batch, however many matchers need it. */
public final class LiteralSieve implements Sieve {
    private final String[] texts;
    /** For each matcher, for each of its sets, the indexes of the texts. */
    private final int[][][] needs;

    private LiteralSieve(String[] texts, int[][][] needs) {
        this.texts = texts;
        this.needs = needs;
    }

    /** A sieve for these matchers; one of another make gets every line. */
    public static LiteralSieve of(List<Matcher> matchers) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        List<int[][]> needs = new ArrayList<>();
        for (Matcher matcher : matchers) {
            needs.add(Need.of(matcher).anyOfEach().stream()
                    .map(set -> indexes(set, indexes))
                    .toArray(int[][]::new));
        }
        return new LiteralSieve(indexes.keySet().toArray(String[]::new), needs.toArray(int[][][]::new));
    }

    private static int[] indexes(Set<String> set, Map<String, Integer> indexes) {
        return set.stream()
                .mapToInt(text -> indexes.computeIfAbsent(text, first -> indexes.size()))
                .toArray();
    }

    @Override
    public void sift(LineBatch batch, Candidates candidates) {
        BatchSearch search = new BatchSearch(batch, texts);
        for (int line = 0; line < batch.count(); line++) {
            search.goTo(line);
            for (int matcher = 0; matcher < needs.length; matcher++) {
                if (isMet(needs[matcher], search)) {
                    candidates.add(matcher, line);
                }
            }
        }
    }

    private static boolean isMet(int[][] need, BatchSearch search) {
        for (int[] set : need) {
            if (!holdsOne(set, search)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsOne(int[] set, BatchSearch search) {
        for (int text : set) {
            if (search.lineHolds(text)) {
                return true;
            }
        }
        return false;
    }
}
