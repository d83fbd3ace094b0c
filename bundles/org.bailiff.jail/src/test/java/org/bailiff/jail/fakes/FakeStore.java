// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.JailRecord;
import org.bailiff.api.store.Store;
import org.bailiff.api.store.StoreStatus;

/** Remembers in memory, until told that the disk is full. */
public final class FakeStore implements Store {
    private final Map<String, List<JailRecord>> logs = new ConcurrentHashMap<>();
    private final List<JailRecord> forced = new CopyOnWriteArrayList<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    /** Told of each record. */
    private final Object written = new Object();

    private volatile boolean full;
    private volatile boolean damaged;
    private volatile boolean untidy;

    public void fill(boolean nowFull) {
        full = nowFull;
    }

    /** Has grown so much that it is to be written anew. */
    public void outgrow() {
        untidy = true;
    }

    /** Forgets everything, and knows it. */
    public void destroy() {
        logs.clear();
        damaged = true;
    }

    public List<JailRecord> records(String jail) {
        return logs.getOrDefault(jail, List.of());
    }

    /** What was to be on the disk before anything went on, of all jails. */
    public List<JailRecord> forced() {
        return forced;
    }

    /** Waits until a record of the jail is such a one. */
    public void await(String jail, Predicate<JailRecord> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        synchronized (written) {
            while (records(jail).stream().noneMatch(wanted)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                assertThat(left).as("time left for such a record").isPositive();
                written.wait(left);
            }
        }
    }

    @Override
    public JailLog open(String jail) {
        if (!open.add(jail)) {
            throw new IllegalStateException("the log of " + jail + " is open already");
        }
        List<JailRecord> records = logs.computeIfAbsent(jail, name -> new CopyOnWriteArrayList<>());
        return new JailLog() {
            @Override
            public void load(Consumer<JailRecord> each) {
                List.copyOf(records).forEach(each);
            }

            @Override
            public Optional<String> loss() {
                return damaged ? Optional.of("the log is gone") : Optional.empty();
            }

            @Override
            public Receipt append(JailRecord record, boolean force) {
                if (full) {
                    return new Receipt(false, "the disk is full", false);
                }
                records.add(record);
                if (force) {
                    forced.add(record);
                }
                synchronized (written) {
                    written.notifyAll();
                }
                return new Receipt(true, "", false);
            }

            @Override
            public Receipt rewrite(Iterable<JailRecord> whole) {
                if (full) {
                    return new Receipt(false, "the disk is full", false);
                }
                List<JailRecord> fresh = new ArrayList<>();
                whole.forEach(fresh::add);
                records.clear();
                records.addAll(fresh);
                return new Receipt(true, "", false);
            }

            @Override
            public void tidy(Iterable<JailRecord> whole) {
                if (untidy) {
                    rewrite(whole);
                }
            }

            @Override
            public void close() {
                open.remove(jail);
            }
        };
    }

    @Override
    public JailLog rehearse(String jail) {
        return new FakeStore().open(jail);
    }

    @Override
    public String seed() {
        return "seed";
    }

    @Override
    public StoreStatus status() {
        return new StoreStatus(!full, full ? "the disk is full" : "", 0, 0, 0, 0, java.time.Duration.ZERO);
    }
}
