// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round all jails every two seconds, and looks whether one that rests has something to do: so one thread wakes, and
 * not each of a thousand. Thread-safe.
 */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Set<Runnable> visits = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(rounds -> {
        Thread owner = new Thread(rounds, "bailiff-rounds");
        owner.setDaemon(true);
        return owner;
    });

    Rounds() {
        thread.scheduleWithFixedDelay(this::make, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Has this be done in each round, until it is taken back.
     *
     * @param visit never waits
     */
    void add(Runnable visit) {
        visits.add(visit);
    }

    void remove(Runnable visit) {
        visits.remove(visit);
    }

    /** One round. */
    void make() {
        for (Runnable visit : visits) {
            try {
                visit.run();
            } catch (RuntimeException | Error fault) {
                // The other jails are to be visited, and this one again; a plug-in that is asked for its state may
                // throw both.
                LOG.error("a look after a jail failed; it is tried again", fault);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
