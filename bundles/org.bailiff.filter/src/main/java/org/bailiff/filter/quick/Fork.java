// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first of several ways that leads to a match. */
final class Fork extends Step {
    private final List<Step> all;
    /** By the byte that stands there, and at the end of the text: which of the lists of ways. */
    private final byte[] kinds = new byte[ByteSet.SIZE + 1];
    /** Those that may be tried; where a way forks on at once, its own ways. */
    private final Step[][] ways;

    Fork(List<Step> all) {
        this.all = List.copyOf(all);
        ByteSet[] begins = all.stream().map(Outlook::first).toArray(ByteSet[]::new);
        Map<String, Integer> known = new HashMap<>();
        List<Step[]> lists = new ArrayList<>();
        char[] last = {};
        for (int character = 0; character <= ByteSet.SIZE; character++) {
            char[] signature = sign(character, begins);
            if (Arrays.equals(signature, last)) {
                // Neighbours are mostly alike.
                kinds[character] = kinds[character - 1];
                continue;
            }
            last = signature;
            int kind = known.computeIfAbsent(String.valueOf(signature), first -> lists.size());
            if (kind == lists.size()) {
                lists.add(possible(signature));
            }
            kinds[character] = (byte) kind;
        }
        this.ways = lists.toArray(Step[][]::new);
    }

    /** Notes of each way whether it may be tried, and which of its own ways are then. */
    private char[] sign(int character, ByteSet[] begins) {
        char[] signature = new char[begins.length];
        for (int index = 0; index < begins.length; index++) {
            ByteSet begin = begins[index];
            boolean isOpen = character == ByteSet.SIZE ? begin.end() : begin.contains(character);
            int own = all.get(index) instanceof Fork fork ? fork.kind(character) : 0;
            signature[index] = (char) (isOpen ? own + 1 : 0);
        }
        return signature;
    }

    private Step[] possible(char[] signature) {
        List<Step> possible = new ArrayList<>();
        for (int index = 0; index < signature.length; index++) {
            if (signature[index] > 0) {
                Step way = all.get(index);
                possible.addAll(way instanceof Fork fork ? List.of(fork.ways[signature[index] - 1]) : List.of(way));
            }
        }
        return possible.toArray(Step[]::new);
    }

    private int kind(int character) {
        return kinds[character] & 0xff;
    }

    @Override
    boolean run(QuickText text, int at) {
        Step[] possible = ways[kind(text, at)];
        if (possible.length == 1) {
            return possible[0].run(text, at);
        }
        text.spend(possible.length);
        for (Step way : possible) {
            if (way.run(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** Which of the lists of ways. */
    int kind(QuickText text, int at) {
        return kind(at < text.to ? text.bytes[at] : ByteSet.SIZE);
    }

    @Override
    void link(Linkage linkage) {
        linkage.choose(this, ways);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        all.forEach(way -> outlook.follow(way, offset));
    }
}
