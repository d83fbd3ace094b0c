// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bailiff.text.Address;

/** What happens to a host, chosen at random; the same seed makes the same script. */
final class RandomScript {
    private static final int ACTS = 5;
    private static final int STEPS = 40;
    private static final List<Address> ADDRESSES = Stream.concat(
                    IntStream.rangeClosed(1, 8).mapToObj(number -> "192.0.2." + number),
                    IntStream.rangeClosed(1, 4).mapToObj(number -> "2001:db8::" + number))
            .map(Address::parse)
            .toList();
    private static final List<Address> STRANGERS = IntStream.rangeClosed(1, 4)
            .mapToObj(number -> Address.parse("198.51.100." + number))
            .toList();

    private final Random random;
    private final SimulatedHost host;
    private final SimulatedOperator operator;
    /** Only things that happen in the list itself, or also that the daemon cannot write. */
    private final boolean faulty;

    RandomScript(long seed, BuiltInFault fault) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        int capacity = any(List.of(5, 6, 8, 14));
        host = new SimulatedHost(
                Map.of(
                        "seconds", any(List.of("8", "20", "60")),
                        "capacity", Integer.toString(capacity),
                        "foreign", any(List.of("keep", "keep", "keep", "adopt", "remove"))),
                random,
                fault);
        operator = new SimulatedOperator(host);
        host.kernel.capacity = Math.max(4, capacity + any(List.of(0, 0, 0, 0, 0, 3, -1, -3)));
        host.kernel.stampsKept = any(List.of(2, 8, 32));
        host.kernel.rate = any(List.of(100, 250, 300, 1000));
        host.kernel.narrow = random.nextBoolean();
        faulty = random.nextBoolean();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** What happened so far, and to what list. */
    String history() {
        return host.settings() + ", of which the kernel keeps " + host.kernel.capacity + " entries and "
                + host.kernel.stampsKept + " stamps each: " + String.join("; ", host.history());
    }

    /** A few acts, at the end of each of which all comes to rest. */
    void run() {
        host.startDaemon();
        for (int act = 0; act < ACTS; act++) {
            if (faulty && random.nextBoolean()) {
                host.beginFaults(any(List.of(0.01, 0.05, 0.2)));
            }
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            host.mend();
            host.rounds(roundsToRest());
            host.checkAtRest();
        }
    }

    /** How long it may take until all is as it should be. */
    private int roundsToRest() {
        if (host.kernel.capacity < host.settings().capacity()) {
            // The bound is learnt from what is pushed out again and again.
            return 120;
        }
        // Entries of others are dealt with ten seconds after a jail joined.
        return host.settings().foreign() == ForeignEntries.KEEP ? 16 : 30;
    }

    private void step() {
        if (!host.daemonRuns()) {
            whileTheDaemonIsDown();
            return;
        }
        host.pass(Duration.ofMillis(random.nextInt(20)));
        int choice = random.nextInt(100);
        if (choice < 45) {
            jailsWork();
        } else if (choice < 75) {
            host.rounds(1 + random.nextInt(5));
        } else if (choice < 80) {
            timePasses();
        } else {
            somethingHappens();
        }
    }

    private void whileTheDaemonIsDown() {
        switch (random.nextInt(6)) {
            case 0 -> host.pass(anyShareOfTheLease());
            case 1 -> operator.flush();
            case 2 -> operator.addByHand(any(STRANGERS));
            case 3 -> operator.makeAnew(random.nextBoolean());
            default -> host.startDaemon();
        }
    }

    private void jailsWork() {
        SimulatedJail jail = any(host.jails);
        if (!jail.isRunning()) {
            host.start(jail);
            return;
        }
        List<Address> bans = jail.bans();
        if (random.nextInt(4) == 0 && !bans.isEmpty()) {
            host.unban(jail, any(bans));
        } else {
            host.ban(jail, any(ADDRESSES), anyLength());
        }
    }

    private Duration anyLength() {
        return switch (random.nextInt(5)) {
            case 0 -> Duration.ofSeconds(-1);
            case 1 -> Duration.ofSeconds(5 + random.nextInt(25));
            default -> Duration.ofSeconds(60 + random.nextInt(1800));
        };
    }

    private Duration anyShareOfTheLease() {
        return host.settings().lease().multipliedBy(1 + random.nextInt(15)).dividedBy(10);
    }

    private void timePasses() {
        switch (random.nextInt(4)) {
            case 0 -> host.setClock(Duration.ofSeconds(random.nextInt(7200) - 3600));
            case 1 -> host.pass(anyShareOfTheLease());
            default -> host.rounds((int) (anyShareOfTheLease().toMillis() / ListKeeper.INTERVAL.toMillis()));
        }
    }

    private void somethingHappens() {
        SimulatedJail jail = any(host.jails);
        switch (random.nextInt(14)) {
            case 0, 1 -> delisting();
            case 2, 3 -> somethingHappensDuringARound();
            case 4 -> operator.flush();
            case 5 -> operator.addByHand(any(STRANGERS));
            case 6 -> operator.addByHand(any(ADDRESSES));
            case 7 -> operator.remove();
            case 8 -> operator.makeAnew(false);
            case 9 -> operator.makeAnew(true);
            case 10 -> operator.deny(random.nextBoolean());
            case 11 -> operator.runOutOfMemoryFor(any(ADDRESSES));
            case 12 -> host.kill();
            default -> {
                if (jail.isRunning()) {
                    host.stop(jail, random.nextInt(3) == 0);
                } else {
                    host.start(jail);
                }
            }
        }
    }

    /** Often of several, and mostly after and before a time in which nothing else happens. */
    private void delisting() {
        host.rounds(random.nextInt(6));
        for (int count = random.nextInt(3); count >= 0 && host.daemonRuns(); count--) {
            operator.delist(anyListed());
            host.rounds(random.nextInt(3));
        }
        host.rounds(random.nextBoolean() ? 17 : 1);
    }

    private Address anyListed() {
        List<Address> listed = host.kernel.addresses().stream()
                .filter(address -> !address.equals(Sentinel.ADDRESS))
                .toList();
        return listed.isEmpty() ? any(ADDRESSES) : any(listed);
    }

    private void somethingHappensDuringARound() {
        int calls = random.nextInt(8);
        host.rounds(random.nextInt(6));
        if (!host.daemonRuns()) {
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> host.interruptedRound(calls, "it is flushed", operator::flushNow);
            case 1 -> host.interruptedRound(calls, "it is made anew", () -> operator.makeAnewNow(false));
            case 2 -> host.interruptedRound(calls, "the daemon is killed", host::killNow);
            case 3 -> {
                Address stranger = any(STRANGERS);
                host.interruptedRound(calls, stranger + " is added", () -> operator.addNow(stranger));
            }
            default -> {
                Address address = anyListed();
                host.interruptedRound(calls, address + " is taken out", () -> operator.delistNow(address));
            }
        }
        host.rounds(random.nextBoolean() ? 17 : 1);
    }
}
