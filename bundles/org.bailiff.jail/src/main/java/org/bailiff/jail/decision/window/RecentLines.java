// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of an id's newest failures, in their order, and its place among the ids by when they failed. How long each line
 * is stands beside it: the oldest is forgotten without a look at it, which would have to be fetched from far away in memory.
 * Guarded by its store.
 */
final class RecentLines {
    /** Of an id, and of a line: objects, headers and references; an id is short. */
    private static final int HOLDER = 224;

    private static final int LINE = 60;

    private final LineStore.Key key;
    private String[] texts = new String[1];
    private int[] lengths = new int[1];
    private int first;
    private int count;
    private int empty;
    private long cost;
    /** Who failed before and after; null at the ends. */
    RecentLines older;

    RecentLines newer;
    /** When it was put at the end of those last. */
    long turn;

    RecentLines(LineStore.Key key) {
        this.key = key;
        this.cost = HOLDER + 2L * key.id().length();
    }

    LineStore.Key key() {
        return key;
    }

    /** How much memory they take, in bytes. */
    long cost() {
        return cost;
    }

    /** Adds a line; of more than so many, the oldest is forgotten. */
    void add(String text, int most) {
        if (count == texts.length) {
            grow();
        }
        int place = place(count);
        texts[place] = text;
        lengths[place] = text.length();
        count++;
        empty += text.isEmpty() ? 1 : 0;
        cost += LINE + text.length();
        while (count > most) {
            removeOldest();
        }
    }

    private int place(int index) {
        int place = first + index;
        return place < texts.length ? place : place - texts.length;
    }

    private void grow() {
        String[] all = inOrder();
        int[] allLengths = new int[2 * count + 1];
        for (int index = 0; index < count; index++) {
            allLengths[index] = all[index].length();
        }
        texts = Arrays.copyOf(all, allLengths.length);
        lengths = allLengths;
        first = 0;
    }

    private String[] inOrder() {
        String[] all = new String[count];
        for (int index = 0; index < count; index++) {
            all[index] = texts[place(index)];
        }
        return all;
    }

    private void removeOldest() {
        texts[first] = null;
        cost -= LINE + lengths[first];
        empty -= lengths[first] == 0 ? 1 : 0;
        first = place(1);
        count--;
    }

    /** Puts others in their place; by how much their cost has grown. */
    long replace(List<String> replacement) {
        long before = cost;
        while (count > 0) {
            removeOldest();
        }
        replacement.forEach(text -> add(text, replacement.size()));
        return cost - before;
    }

    /** Whether none of them says anything. */
    boolean areEmpty() {
        return empty == count;
    }

    List<String> texts() {
        return new ArrayList<>(Arrays.asList(inOrder()));
    }
}
