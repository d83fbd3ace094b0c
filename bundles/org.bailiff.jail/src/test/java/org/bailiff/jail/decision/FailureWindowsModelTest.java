// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.FailureMark;
import org.bailiff.text.Address;
import org.junit.jupiter.api.RepeatedTest;

/** Random scripts against a model; a seed that failed is tried again with {@code -Dbailiff.seed=SEED}. */
class FailureWindowsModelTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration FIND_TIME = Duration.ofMinutes(10);
    private static final int STEPS = 2_000;

    private final long seed = Long.getLong("bailiff.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final ModelWindows model = new ModelWindows();
    private final Room room = new Room(1_000_000, 1L << 30);
    private final FailureWindows windows = new FailureWindows(room);
    private final int ids = 1 + random.nextInt(500);
    private final int maxRetry = 1 + random.nextInt(20);
    private Instant now = NOON;

    @RepeatedTest(20)
    void theyAreWhatTheModelIsAfterAnyScript() {
        for (int step = 0; step < STEPS; step++) {
            step();
        }

        assertSame();
        windows.close();
        assertThat(room.isEmpty()).as("seed %d", seed).isTrue();
    }

    private void step() {
        switch (random.nextInt(100)) {
            case 0 -> assertSame();
            case 1 -> forget(now.minusSeconds(random.nextInt(1200)));
            case 2 -> move();
            case 3, 4, 5, 6, 7 -> clear(id());
            default -> add(id());
        }
    }

    private void add(String id) {
        now = now.plusNanos(random.nextInt(3) * random.nextLong(30_000_000_000L));
        Evidence failure = new Evidence(time(), regex(), attempts(), line(), address());

        int attempts = windows.add(id, failure, FIND_TIME, maxRetry);
        model.add(id, failure, FIND_TIME, maxRetry);

        assertThat(attempts)
                .as("seed %d", seed)
                .isEqualTo(new FailureWindow(model.all().get(id)).attempts(FIND_TIME));
        assertThat(windows.find(id).orElseThrow().failures())
                .as("seed %d", seed)
                .isEqualTo(model.all().get(id));
    }

    /** Mostly now, some late, some very late, in every precision. */
    private Instant time() {
        Instant time =
                switch (random.nextInt(20)) {
                    case 0 -> now.minusSeconds(random.nextInt(2000));
                    case 2, 3 -> now.minusSeconds(random.nextInt(3)).truncatedTo(ChronoUnit.SECONDS);
                    case 1 -> Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L));
                    default -> now;
                };
        long unit = List.of(1L, 1_000L, 1_000_000L, 1_000_000_000L).get(random.nextInt(4));
        return time.minusNanos(time.getNano() % unit);
    }

    private int regex() {
        return random.nextInt(3) == 0 ? random.nextInt() : 1;
    }

    private int attempts() {
        return random.nextInt(10) == 0 ? random.nextInt(Integer.MAX_VALUE) + 1 : 1 + random.nextInt(2);
    }

    private String line() {
        return random.nextInt(4) == 0 ? "" : "line " + random.nextInt();
    }

    private Optional<Address> address() {
        return random.nextInt(3) == 0 ? Address.tryParse(address(random.nextInt())) : Optional.empty();
    }

    private static String address(int number) {
        return number % 2 == 0
                ? "192.0." + (number >>> 8 & 255) + "." + (number & 255)
                : "2001:db8::" + Integer.toHexString(number >>> 16) + ":" + Integer.toHexString(number & 0xffff | 1);
    }

    /** Addresses, accounts, and what attackers type. */
    private String id() {
        int number = random.nextInt(ids);
        return switch (number % 7) {
            case 0 -> "account " + number;
            case 1 -> "\ud800" + number;
            case 2 -> "0" + address(number);
            case 3 -> "192.0.2." + (number & 255) + "/24";
            default -> address(number);
        };
    }

    private void clear(String id) {
        assertThat(windows.clear(id)).as("seed %d", seed).isEqualTo(model.all().containsKey(id));
        model.clear(id);
    }

    private void move() {
        Duration by = Duration.ofNanos(random.nextLong(-4_000_000_000_000L, 4_000_000_000_000L));
        Instant from = now.minusSeconds(random.nextInt(1200));
        Instant to = from.plusSeconds(random.nextInt(1200));

        windows.move(by, from, to);
        model.move(by, from, to);
    }

    /** Who else is forgotten of those that may be is for the windows to choose. */
    private void forget(Instant oldest) {
        List<String> must = model.forgottenBefore(oldest);

        windows.forgetBefore(oldest);

        Set<String> left = stored().keySet();
        assertThat(left).as("seed %d", seed).noneMatch(must::contains);
        for (String id : List.copyOf(model.all().keySet())) {
            if (!left.contains(id)) {
                assertThat(model.isTooOld(id, oldest))
                        .as("seed %d: %s", seed, id)
                        .isTrue();
                model.clear(id);
            }
        }
    }

    private void assertSame() {
        assertThat(stored()).as("seed %d", seed).isEqualTo(model.all());
        assertThat(windows.size()).as("seed %d", seed).isEqualTo(model.all().size());
    }

    /** What would be stored; the failures of an id stand together. */
    private Map<String, List<Evidence>> stored() {
        Map<String, List<Evidence>> stored = new LinkedHashMap<>();
        String before = "";
        for (Iterator<FailureMark> marks = windows.marks(); marks.hasNext(); ) {
            FailureMark mark = marks.next();
            if (!mark.id().equals(before)) {
                assertThat(stored).as("seed %d", seed).doesNotContainKey(mark.id());
            }
            before = mark.id();
            stored.computeIfAbsent(before, id -> new ArrayList<>()).add(mark.evidence());
        }
        return stored;
    }
}
