// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.JailRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random scripts of records, rewrites, errors, kills, losses of power and flipped bytes against a model: what a receipt
 * promised is remembered, and nothing is believed that was not written. The seed is in the test's name; more of them by
 * {@code -Dbailiff.store.scripts=1000}, a certain one by {@code -Dbailiff.store.seed=17}.
 */
class StoreModelTest {
    private static final int STEPS = 120;

    static LongStream seeds() {
        Long seed = Long.getLong("bailiff.store.seed");
        return seed == null
                ? LongStream.range(0, Integer.getInteger("bailiff.store.scripts", 60))
                : LongStream.of(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasPromisedIsRememberedAndNothingElse(long seed) {
        new Script(seed).run();
    }

    @Test
    void whatIsForcedAfterAKillInTheMiddleOfARewritingOutlivesALossOfPower() {
        for (int calls = 0; calls < 9; calls++) {
            for (int seed = 0; seed < 20; seed++) {
                killAndLosePower(calls, new SimulatedDisk(new Random(seed)));
            }
        }
    }

    private static void killAndLosePower(int calls, SimulatedDisk disk) {
        JailLog log = new FileStore(disk, disk).open("sshd");
        log.append(Records.small(1), true);
        disk.callsToKill = calls;
        try {
            log.rewrite(List.of(Records.small(2)));
        } catch (SimulatedDisk.Killed killed) {
            assertThat(calls).as("so many calls are made").isLessThan(8);
        }
        disk.callsToKill = Integer.MAX_VALUE;
        assertThat(new FileStore(disk, disk).open("sshd").append(Records.small(3), true))
                .isEqualTo(new JailLog.Receipt(true, "", false));
        disk.losePower();

        List<JailRecord> found = new ArrayList<>();
        new FileStore(disk, disk).open("sshd").load(found::add);
        assertThat(found).as("after %d calls", calls).hasSize(2).contains(Records.small(3));
    }

    /**
     * What the log may hold.
     *
     * @param records in their order
     * @param forced how many of the first of them a loss of power may not take
     */
    private record Possible(List<JailRecord> records, int forced) {
        boolean fits(List<JailRecord> found, boolean powerWasLost, boolean byteWasFlipped) {
            if (!powerWasLost && !byteWasFlipped) {
                return found.equals(records);
            }
            int missing = records.size() - found.size();
            return isPartOf(found, records)
                    && (byteWasFlipped ? powerWasLost || missing <= 1 : isPartOf(records.subList(0, forced), found));
        }

        private static boolean isPartOf(List<JailRecord> part, List<JailRecord> all) {
            Iterator<JailRecord> rest = all.iterator();
            return part.stream().allMatch(record -> {
                while (rest.hasNext()) {
                    if (rest.next().equals(record)) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    private static final class Script {
        private final Random random;
        private final SimulatedDisk disk;
        private List<Possible> possible = List.of(new Possible(List.of(), 0));
        /** What a loss of power may bring back: a file that gave its name to another, which the disk was not told of. */
        private List<Possible> older = List.of();

        private final List<String> told = new ArrayList<>();
        private String seed = "";
        private JailLog log;
        private int number;
        /** Whether something was not kept since the last rewriting or start. */
        private boolean gap;

        Script(long seed) {
            random = new Random(seed);
            disk = new SimulatedDisk(random);
        }

        void run() {
            start(false, false);
            for (int step = 0; step < STEPS; step++) {
                disk.failing = random.nextInt(4) == 0 ? 0.2 : 0;
                disk.room = random.nextInt(6) == 0 ? random.nextInt(4000) : Long.MAX_VALUE;
                disk.callsToKill = random.nextInt(8) == 0 ? random.nextInt(8) : Integer.MAX_VALUE;
                step();
            }
        }

        private void step() {
            try {
                switch (random.nextInt(10)) {
                    case 0, 1 -> rewrite();
                    case 2 -> restart(random.nextBoolean(), false);
                    case 3 -> restart(false, disk.flip("sshd.log"));
                    default -> append();
                }
            } catch (SimulatedDisk.Killed killed) {
                told.add("killed");
                restart(random.nextBoolean(), false);
            }
        }

        private void append() {
            JailRecord record = random.nextInt(5) == 0 ? Records.full() : Records.small(++number);
            boolean force = random.nextBoolean();
            told.add("append " + record.totals().failed() + (force ? " forced" : ""));
            List<Possible> before = possible;
            if (!gap) {
                possible = with(
                        before,
                        before.stream()
                                .map(state -> new Possible(plus(state.records(), record), state.forced()))
                                .toList());
            }
            JailLog.Receipt receipt = log.append(record, force);
            told.add("-> " + receipt.kept());
            assertThat(receipt.kept() && gap).as("kept behind a gap: %s", told).isFalse();
            gap = !receipt.kept();
            if (receipt.kept()) {
                List<JailRecord> all = plus(before.get(0).records(), record);
                possible = List.of(
                        new Possible(all, force ? all.size() : before.get(0).forced()));
            }
            if (receipt.rewriteDue() && random.nextBoolean()) {
                rewrite();
            }
        }

        private void rewrite() {
            List<JailRecord> whole = IntStream.range(0, random.nextInt(20))
                    .mapToObj(index -> Records.small(++number))
                    .toList();
            told.add("rewrite " + whole.size());
            possible = with(possible, List.of(new Possible(whole, 0)));
            boolean kept = log.rewrite(whole).kept();
            told.add("-> " + kept);
            gap = !kept;
            if (kept) {
                possible = List.of(new Possible(whole, whole.size()));
                older = List.of();
            }
        }

        private void restart(boolean powerIsLost, boolean byteWasFlipped) {
            told.add("restart" + (powerIsLost ? " without power" : "") + (byteWasFlipped ? " flipped" : ""));
            if (powerIsLost) {
                disk.losePower();
            }
            start(powerIsLost, byteWasFlipped);
        }

        private void start(boolean powerWasLost, boolean byteWasFlipped) {
            disk.failing = 0;
            disk.room = Long.MAX_VALUE;
            disk.callsToKill = Integer.MAX_VALUE;
            FileStore store = new FileStore(disk, disk);
            assertThat(store.seed()).as("the seed, %s", told).matches(seed.isEmpty() ? "[0-9a-f]{32}" : seed);
            seed = store.seed();
            log = store.open("sshd");
            List<JailRecord> found = new ArrayList<>();
            log.load(found::add);
            List<Possible> all = powerWasLost ? with(possible, older) : possible;
            List<Possible> fitting = all.stream()
                    .filter(state -> state.fits(found, powerWasLost, byteWasFlipped))
                    .toList();
            assertThat(fitting)
                    .as("of %s%n%s%nfound %s%nlost %s", all, told, brief(found), log.loss())
                    .isNotEmpty();
            boolean onDisk = log.loss().isPresent() || powerWasLost;
            int forced = fitting.stream().mapToInt(Possible::forced).min().orElseThrow();
            older = onDisk ? List.of() : with(older, possible);
            possible = List.of(new Possible(found, onDisk ? found.size() : Math.min(forced, found.size())));
            gap = false;
            told.add("found " + found.size());
        }

        private static List<Long> brief(List<JailRecord> records) {
            return records.stream().map(record -> record.totals().failed()).toList();
        }

        private static List<JailRecord> plus(List<JailRecord> records, JailRecord record) {
            List<JailRecord> all = new ArrayList<>(records);
            all.add(record);
            return List.copyOf(all);
        }

        private static List<Possible> with(List<Possible> some, List<Possible> others) {
            List<Possible> all = new ArrayList<>(some);
            all.addAll(others);
            return List.copyOf(all);
        }
    }
}
