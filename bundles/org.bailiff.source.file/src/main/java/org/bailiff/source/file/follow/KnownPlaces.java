// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Positions by the beginnings of their files, so that a file's number is found again by what is in it. */
final class KnownPlaces {
    private static final int CAPACITY = 50_000;

    private final Map<Fingerprint, List<FilePosition>> byBeginning = new HashMap<>();
    /** How many positions have a fingerprint of that length. */
    private final Map<Integer, Integer> lengths = new TreeMap<>();

    /** The furthest position in the file of each number, by stream. */
    private final Map<Integer, TreeMap<Long, FilePosition>> furthest = new HashMap<>();

    private final Deque<FilePosition> oldestFirst = new ArrayDeque<>();

    void add(FilePosition place) {
        List<FilePosition> alike = byBeginning.computeIfAbsent(place.fingerprint(), any -> new ArrayList<>(1));
        if (alike.contains(place)) {
            return;
        }
        alike.add(place);
        oldestFirst.add(place);
        furthest.computeIfAbsent(place.stream(), any -> new TreeMap<>())
                .merge(place.generation(), place, BinaryOperator.maxBy(Comparator.naturalOrder()));
        lengths.merge(place.fingerprint().length(), 1, Integer::sum);
        if (oldestFirst.size() > CAPACITY) {
            remove(oldestFirst.remove());
        }
    }

    private void remove(FilePosition place) {
        furthest.computeIfPresent(place.stream(), (any, files) -> {
            files.remove(place.generation());
            return files.isEmpty() ? null : files;
        });
        byBeginning.computeIfPresent(
                place.fingerprint(), (any, alike) -> alike.remove(place) && alike.isEmpty() ? null : alike);
        lengths.computeIfPresent(place.fingerprint().length(), (any, count) -> count == 1 ? null : count - 1);
    }

    /** The furthest position in the same file; the given one if none is further. */
    FilePosition furthest(FilePosition place) {
        FilePosition known =
                furthest.getOrDefault(place.stream(), new TreeMap<>()).getOrDefault(place.generation(), place);
        return known.compareTo(place) > 0 ? known : place;
    }

    /** The smallest number above the given one of a position that this file holds; empty if there is none. */
    OptionalLong numberOf(OpenFile file, int stream, long above) throws IOException {
        OptionalLong number = OptionalLong.empty();
        byte[] beginning = file.beginning();
        for (int length : lengths.keySet()) {
            if (length == 0 || length > beginning.length) {
                continue;
            }
            for (FilePosition place : byBeginning.getOrDefault(Fingerprint.of(beginning, length), List.of())) {
                boolean better = isOf(place, stream)
                        && place.generation() > above
                        && (number.isEmpty() || place.generation() < number.getAsLong());
                if (better && file.holds(place)) {
                    number = OptionalLong.of(place.generation());
                }
            }
        }
        return number;
    }

    private static boolean isOf(FilePosition place, int stream) {
        return place.stream() == stream || place.stream() == 0;
    }

    /**
     * A number from the given one on for a file that was last written at that time, so that it stands before the files
     * that began later, and behind the others; empty if it is the last one.
     */
    OptionalLong before(int stream, long atLeast, long written) {
        TreeMap<Long, FilePosition> known = furthest.getOrDefault(stream, new TreeMap<>());
        long number = atLeast;
        for (Map.Entry<Long, FilePosition> file : known.tailMap(atLeast).entrySet()) {
            if (written <= file.getValue().began()) {
                return OptionalLong.of(number);
            }
            number = file.getKey() + 1;
        }
        return OptionalLong.empty();
    }
}
