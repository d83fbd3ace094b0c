// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Positions by the beginnings of their files, so that a file's number is found again by what is in it. */
final class KnownPlaces {
    private static final int CAPACITY = 50_000;

    private final Map<Fingerprint, List<FilePosition>> byBeginning = new HashMap<>();
    /** How many positions have a fingerprint of that length. */
    private final Map<Integer, Integer> lengths = new TreeMap<>();

    private final Deque<FilePosition> oldestFirst = new ArrayDeque<>();

    void add(FilePosition place) {
        List<FilePosition> alike = byBeginning.computeIfAbsent(place.fingerprint(), any -> new ArrayList<>(1));
        if (alike.contains(place)) {
            return;
        }
        alike.add(place);
        oldestFirst.add(place);
        lengths.merge(place.fingerprint().length(), 1, Integer::sum);
        if (oldestFirst.size() > CAPACITY) {
            remove(oldestFirst.remove());
        }
    }

    private void remove(FilePosition place) {
        byBeginning.computeIfPresent(
                place.fingerprint(), (any, alike) -> alike.remove(place) && alike.isEmpty() ? null : alike);
        lengths.computeIfPresent(place.fingerprint().length(), (any, count) -> count == 1 ? null : count - 1);
    }

    /** The smallest number above the given one of a position that this file holds; empty if there is none. */
    OptionalLong numberOf(OpenFile file, long above) throws IOException {
        OptionalLong number = OptionalLong.empty();
        byte[] beginning = file.beginning();
        for (int length : lengths.keySet()) {
            if (length == 0 || length > beginning.length) {
                continue;
            }
            for (FilePosition place : byBeginning.getOrDefault(Fingerprint.of(beginning, length), List.of())) {
                boolean better = place.generation() > above
                        && (number.isEmpty() || place.generation() < number.getAsLong());
                if (better && file.holds(place)) {
                    number = OptionalLong.of(place.generation());
                }
            }
        }
        return number;
    }
}
