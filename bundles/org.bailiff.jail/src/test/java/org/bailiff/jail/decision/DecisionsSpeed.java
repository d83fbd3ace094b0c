// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.Ban;
import org.bailiff.api.BanTime;
import org.bailiff.api.Failure;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.api.store.JailRecord;
import org.bailiff.jail.bantime.BanTimes;
import org.bailiff.jail.ignore.IgnoreList;
import org.bailiff.jail.ignore.OwnAddresses;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * Measures what a jail's decisions cost the thread, without matching, lists and disk. Run by hand: {@code FAILURES ADDRESSES
 * MAXRETRY}, find time in seconds as the property {@code findtime}; each address fails in its turn.
 */
final class DecisionsSpeed {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int BATCH = 2_500;

    private final int addresses;
    private final Decisions decisions;
    private long bans;
    private long marks;

    private DecisionsSpeed(int addresses, int maxRetry) {
        this.addresses = addresses;
        IgnoreList ignoreList = new IgnoreList(List.of(), true, new OwnAddresses() {
            @Override
            public Set<Address> all() {
                return Set.of();
            }

            @Override
            public Set<Address> broadcasts() {
                return Set.of();
            }
        });
        Thresholds thresholds = new Thresholds(
                maxRetry,
                Duration.ofSeconds(Long.getLong("findtime", 315360000)),
                BanTimes.fixed(BanTime.ofSeconds(600)),
                ignoreList,
                NetworkBans.OFF);
        decisions = new Decisions(
                "sshd", thresholds, new Room(1_000_000, 200L << 20), ban -> BanGate.Verdict.BAN, new PastBans() {
                    @Override
                    public void banned(String jail, Network target, int count) {}

                    @Override
                    public int elsewhere(String jail, Network target) {
                        return 0;
                    }
                });
    }

    public static void main(String[] arguments) {
        int failures = Integer.parseInt(arguments[0]);
        DecisionsSpeed speed = new DecisionsSpeed(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        int share = failures / 10;
        for (int part = 0; part < 10; part++) {
            long made = thread.getCurrentThreadCpuTime();
            speed.make(part * share, share);
            long began = thread.getCurrentThreadCpuTime();
            speed.decide(part * share, share);
            long took = thread.getCurrentThreadCpuTime() - began - (began - made);
            System.out.printf("%d ns a failure, %d bans, %d marks%n", took / share, speed.bans, speed.marks);
        }
    }

    private long make(int from, int failures) {
        long sum = 0;
        for (int number = from; number < from + failures; number++) {
            sum += failure(number).id().length() + line(number).length();
        }
        return sum;
    }

    private void decide(int from, int failures) {
        for (int number = from; number < from + failures; number++) {
            Outcome outcome = decisions.failed(failure(number), line(number));
            bans += outcome.kind() == Outcome.Kind.BANNED ? 1 : 0;
            if (number % BATCH == 0
                    && (decisions.hasNewBans() || decisions.hasManyChanges() || number % (40 * BATCH) == 0)) {
                JailRecord record = decisions.takeChanges();
                marks += record.failures().size();
                for (Ban ban : decisions.expire(NOON.plusMillis(30L * number))) {
                    marks += ban.count();
                }
            }
        }
    }

    private Failure failure(int number) {
        int host = (int) (Math.floorMod(number * 0x9e3779b97f4a7c15L, (long) addresses));
        String id = "10." + (host >>> 16) + "." + (host >>> 8 & 255) + "." + (host & 255);
        return new Failure(
                id, Optional.of(id), Address.tryParse(id), NOON.plusMillis(30L * number), 1, 1, List.of(), Map.of(), 1);
    }

    private static String line(int number) {
        return "Nov 22 12:00:00 web01 sshd[" + number
                + "]: Failed password for root from 10.200.200.200 port 1234 ssh2";
    }
}
