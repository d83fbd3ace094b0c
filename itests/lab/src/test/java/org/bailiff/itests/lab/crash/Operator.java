// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Outcome;

/**
 * Orders bans and ends bans while the daemon is killed. What was answered as done must hold; what was not answered may
 * have happened or not.
 */
final class Operator implements Callable<Void> {
    private static final int NOT_RUNNING = 3;
    private static final int ATTEMPTS = 10;

    private final Daemon daemon;
    private final Door door;
    private final Scale scale;
    private final Random random;
    private final Set<String> banned = new HashSet<>();
    private final Set<String> released = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();

    Operator(Daemon daemon, Door door, Scale scale, Random random) {
        this.daemon = daemon;
        this.door = door;
        this.scale = scale;
        this.random = random;
    }

    @Override
    public Void call() throws IOException, InterruptedException {
        long pause = scale.length().dividedBy(scale.orders() * 2L + 1).toMillis();
        for (int number = 1; number <= scale.orders(); number++) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextLong(2 * pause)).toNanos());
            ban(number % 2 == 0 ? "198.51.100." + number : "2001:db8:%x:ffff::2".formatted(number));
            LockSupport.parkNanos(Duration.ofMillis(random.nextLong(2 * pause)).toNanos());
            if (number % 4 == 0) {
                pardon();
            } else if (number % 2 == 0) {
                release(banned);
            }
        }
        return null;
    }

    private void ban(String address) throws IOException, InterruptedException {
        Outcome outcome = order("ban", address);
        boolean done = outcome.succeeded() && !outcome.out().contains("not kept");
        (done ? banned : unknown).add(address);
    }

    /** Orders it again as long as there is nobody to take the order. */
    private Outcome order(String verb, String address) throws IOException, InterruptedException {
        Outcome outcome = daemon.ask(Account.DAEMON, verb, Door.NAME, address);
        for (int attempt = 1; outcome.exitCode() == NOT_RUNNING && attempt < ATTEMPTS; attempt++) {
            outcome = daemon.ask(Account.DAEMON, verb, Door.NAME, address);
        }
        return outcome;
    }

    private void release(Set<String> from) throws IOException, InterruptedException {
        List<String> candidates = new ArrayList<>(from);
        if (candidates.isEmpty()) {
            return;
        }
        candidates.sort(null);
        String address = candidates.get(random.nextInt(candidates.size()));
        from.remove(address);
        Outcome outcome = order("unban", address);
        boolean done = outcome.succeeded() && !outcome.out().contains("not kept");
        (done ? released : unknown).add(address);
    }

    /** Lets somebody go whose ban, for failures, is known to be on the disk: any restart knows of it. */
    private void pardon() throws IOException, InterruptedException {
        if (Files.notExists(door.store())) {
            return;
        }
        Set<String> guilty = new HashSet<>(StoredJail.read(door.store()).bans().keySet());
        guilty.removeAll(banned);
        guilty.removeAll(unknown);
        release(guilty);
    }

    /** Who is banned by hand. */
    Set<String> banned() {
        return banned;
    }

    /** Whose ban was ended. */
    Set<String> released() {
        return released;
    }

    /** Of whom it is not known whether the last order was carried out. */
    Set<String> unknown() {
        return unknown;
    }
}
