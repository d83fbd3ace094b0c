// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first of many ways that leads to a match. */
final class Crossing extends Step {
    private final List<Step> all;
    /** Those that may be tried, by the byte that stands there, and at the end of the text. */
    private final Step[][] ways = new Step[ByteSet.SIZE + 1][];

    Crossing(List<Step> all) {
        this.all = List.copyOf(all);
        List<ByteSet> begins = all.stream().map(Outlook::first).toList();
        List<Step[]> known = new ArrayList<>();
        for (int character = 0; character <= ByteSet.SIZE; character++) {
            List<Step> possible = new ArrayList<>();
            for (int index = 0; index < begins.size(); index++) {
                ByteSet begin = begins.get(index);
                if (character == ByteSet.SIZE ? begin.end() : begin.contains(character)) {
                    possible.add(all.get(index));
                }
            }
            ways[character] = once(possible.toArray(Step[]::new), known);
        }
    }

    /** The same ways are there once for all bytes. */
    private static Step[] once(Step[] possible, List<Step[]> known) {
        for (Step[] other : known) {
            if (Arrays.equals(other, possible)) {
                return other;
            }
        }
        known.add(possible);
        return possible;
    }

    @Override
    boolean run(QuickText text, int at) {
        Step[] possible = ways[at < text.to ? text.bytes[at] : ByteSet.SIZE];
        text.spend(possible.length);
        for (Step way : possible) {
            if (way.run(text, at)) {
                return true;
            }
        }
        return false;
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        all.forEach(way -> outlook.follow(way, offset));
    }
}
