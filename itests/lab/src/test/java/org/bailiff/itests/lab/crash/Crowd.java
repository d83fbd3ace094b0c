// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Guilty and almost guilty addresses of both families, and the lines that tell of them: sessions, of which only one line names who. */
final class Crowd {
    private static final int HOSTS = 250;

    private static final int KEY_PARTS = 20;
    /** An address's place in one of several lists goes by its network: no list is to get more than its share. */
    private static final int NETWORKS = 16;

    private final List<Suspect> suspects = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Random random;
    private int sessions;

    /** As many almost guilty ones as guilty ones, all of whose failures are within this length. */
    Crowd(int guilty, Duration length, Random random) {
        this.random = random;
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < 2 * guilty; number++) {
            numbers.add(number);
        }
        Collections.shuffle(numbers, random);
        for (int number : numbers) {
            boolean isGuilty = suspects.size() < guilty;
            List<Conduct> conducts = isGuilty ? Conduct.OF_THE_GUILTY : Conduct.OF_THE_ALMOST_GUILTY;
            Conduct conduct = conducts.get(random.nextInt(conducts.size()));
            add(Suspect.of(address(number), conduct, length, random), conduct, isGuilty);
        }
        lines.sort(Comparator.comparing(Line::written));
    }

    private void add(Suspect suspect, Conduct conduct, boolean isGuilty) {
        boolean together = random.nextBoolean() && (conduct == Conduct.GUILTY || conduct == Conduct.ONE_TOO_FEW);
        Suspect told = together ? suspect.toldTogether() : suspect;
        if (told.banned().isPresent() != isGuilty) {
            throw new IllegalStateException("the model is wrong: " + conduct + " " + told);
        }
        suspects.add(told);
        told.failures().forEach(failure -> session(told, failure));
    }

    private static String address(int number) {
        int half = number / 2;
        return number % 2 == 0
                ? "198.18." + half / HOSTS + "." + (1 + half % HOSTS)
                : "2001:db8:%x:%x::1".formatted(half % NETWORKS, 1 + half / NETWORKS);
    }

    /** A session that leads to one failure: the client is named before it, or after what it did. */
    private void session(Suspect suspect, Suspect.Failure failure) {
        String begin = "door[" + ++sessions + "]: ";
        Duration before = failure.time().minusMillis(random.nextInt(200));
        Duration after = failure.time().plusMillis(random.nextInt(100));
        String client = begin + "client " + suspect.address();
        if (failure.attempts() == 1 && random.nextBoolean()) {
            add(suspect, before, client);
            add(suspect, failure.time(), begin + "wrong key " + key());
        } else {
            for (int attempt = 0; attempt < failure.attempts(); attempt++) {
                add(suspect, before, begin + "wrong key " + key());
            }
            add(suspect, failure.time(), client);
        }
        add(suspect, after, begin + "goodbye");
    }

    /** Long, so that what is kept of it makes the jail's log grow until it is written anew. */
    private String key() {
        return Long.toHexString(random.nextLong()).repeat(KEY_PARTS);
    }

    private void add(Suspect suspect, Duration stamp, String text) {
        // The sort is stable: lines of the same moment stay in their order.
        lines.add(new Line(stamp.plus(suspect.lag()), stamp, text));
    }

    /** In the order in which they are written. */
    List<Line> lines() {
        return lines;
    }

    List<Suspect> suspects() {
        return suspects;
    }

    List<Suspect> guilty() {
        return suspects.stream().filter(suspect -> suspect.banned().isPresent()).toList();
    }

    /** How many failures are to be counted. */
    int failures() {
        return suspects.stream().mapToInt(suspect -> suspect.failures().size()).sum();
    }
}
