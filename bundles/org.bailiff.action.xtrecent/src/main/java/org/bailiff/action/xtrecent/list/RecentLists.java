// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bailiff.api.action.Comparison;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lists that jails use, each one object however many jails share it, and the thread that maintains them. */
public final class RecentLists implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecentLists.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Function<Path, RecentFile> files;
    private final KeptList.Times times;
    private final ReadBudget budget;
    private final ScheduledExecutorService thread;
    /** By path. Guarded by this. */
    private final Map<Path, KeptList> lists = new HashMap<>();

    /** The lists of the kernel. */
    public static RecentLists ofKernel(InstantSource clock) {
        RecentLists lists = new RecentLists(KernelFile::new, new KeptList.Times(new SteadyTime(clock), clock));
        lists.start();
        return lists;
    }

    /** Lists of which the kernel knows nothing, and that nobody looks after. */
    public static RecentLists ofMemory(InstantSource clock) {
        return new RecentLists(path -> new MemoryFile(), new KeptList.Times(new SteadyTime(clock), clock));
    }

    RecentLists(Function<Path, RecentFile> files, KeptList.Times times) {
        this.files = files;
        this.times = times;
        this.budget = new ReadBudget(times.steady());
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread owner = new Thread(work, "bailiff-recent-lists");
            owner.setDaemon(true);
            return owner;
        });
    }

    private void start() {
        long pause = ListKeeper.INTERVAL.toMillis();
        thread.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
    }

    /**
     * The list of these settings, for the holder to use until it {@linkplain #leave leaves}.
     *
     * @throws IllegalArgumentException if another jail uses the list with other settings; the message names both
     */
    public synchronized RecentList join(ListSettings settings, Holder holder) {
        KeptList kept = lists.computeIfAbsent(settings.path(), path -> keep(settings));
        kept.join(settings, holder);
        return kept.list();
    }

    private KeptList keep(ListSettings settings) {
        KeptList.Files both = new KeptList.Files(files.apply(settings.path()), files.apply(settings.hitsPath()));
        return new KeptList(settings, both, times, budget);
    }

    /** Compares what the holder wants in the list with a look at it now, and unless only to tell puts it right first. */
    Comparison resync(ListSettings settings, Holder holder, boolean dryRun) {
        KeptList kept;
        synchronized (this) {
            kept = lists.get(settings.path());
        }
        return kept == null
                ? new Comparison(0, 0, List.of("the list " + settings.name() + " is no longer used"), false)
                : kept.resync(holder, dryRun);
    }

    /** Makes bans of the holder's of what is found in the list, unless somebody else uses it. */
    synchronized void recollect(ListSettings settings, Holder holder) {
        KeptList kept = lists.get(settings.path());
        if (kept != null) {
            kept.recollect(holder);
        }
    }

    /**
     * Ends a holder's use of its list. After {@link #close} it does nothing.
     *
     * @param release whether to take its entries out; if not, they stay until their lease ends
     */
    public synchronized void leave(ListSettings settings, Holder holder, boolean release) {
        KeptList kept = lists.get(settings.path());
        if (kept != null && kept.leave(holder, release)) {
            lists.remove(settings.path());
        }
    }

    /** One round of maintenance of each list. */
    void round() {
        List<KeptList> now;
        synchronized (this) {
            now = new ArrayList<>(lists.values());
        }
        // What reading may cost is one sum for all: who was looked at longest ago comes first.
        now.sort(Comparator.comparing(KeptList::looked));
        for (KeptList kept : now) {
            try {
                kept.round();
            } catch (RuntimeException fault) {
                // A fault in one list must not end the renewal of the others.
                LOG.error("the maintenance of the list {} failed; it is tried again", kept.name(), fault);
            }
        }
    }

    /** Stops the maintenance and gives all descriptors back; entries stay until their lease ends. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the maintenance of the lists did not end within {}", PATIENCE);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            lists.values().forEach(KeptList::close);
            lists.clear();
        }
    }
}
