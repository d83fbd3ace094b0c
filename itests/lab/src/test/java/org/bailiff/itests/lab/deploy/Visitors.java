// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.deploy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who fails at the turnstile, and what it writes of that: guilty ones who fail exactly as often as is too much, and as many
 * who fail once less; half of the failures are told by several lines, of which only one names who.
 */
final class Visitors {
    static final int MAX_RETRY = 3;

    private final int guilty;
    private final List<Visit> visits = new ArrayList<>();
    private final double longest;
    private final Random random;
    private int sessions;

    /** A line, and where among all of them it stands. */
    private record Visit(double when, String line) {}

    /**
     * Everything is drawn from the seed.
     *
     * @param longest how much of the whole a session lasts at most: not so much that more are open than a filter remembers
     */
    Visitors(int guilty, double longest, long seed) {
        this.guilty = guilty;
        this.longest = longest;
        this.random = new Random(seed);
        for (int number = 0; number < 2 * guilty; number++) {
            int failures = number < guilty ? MAX_RETRY : MAX_RETRY - 1;
            for (int failure = 0; failure < failures; failure++) {
                fail(address(number));
            }
        }
        visits.sort(Comparator.comparingDouble(Visit::when));
    }

    private static String address(int number) {
        return "198.18." + number / 250 + "." + (1 + number % 250);
    }

    /** The times of a session are far enough apart for several filters to come and go in between. */
    private void fail(String address) {
        String begin = "turnstile[" + ++sessions + "]: ";
        switch (random.nextInt(4)) {
            case 0 -> add(begin + "client " + address, begin + "wrong ticket", begin + "goodbye");
            case 1 -> add(begin + "wrong ticket", begin + "client " + address, begin + "goodbye");
            default -> add(begin + "no ticket from " + address);
        }
    }

    private void add(String... lines) {
        double begin = random.nextDouble() * (1 - longest);
        double[] times =
                random.doubles(lines.length, begin, begin + longest).sorted().toArray();
        for (int index = 0; index < lines.length; index++) {
            visits.add(new Visit(times[index], lines[index]));
        }
    }

    /** In the order in which they are written. */
    List<String> lines() {
        return visits.stream().map(Visit::line).toList();
    }

    /** Who is to be banned, and nobody else. */
    Set<String> guilty() {
        return IntStream.range(0, guilty).mapToObj(Visitors::address).collect(Collectors.toSet());
    }

    /** How many failures are to be counted. */
    int failures() {
        return guilty * (2 * MAX_RETRY - 1);
    }
}
