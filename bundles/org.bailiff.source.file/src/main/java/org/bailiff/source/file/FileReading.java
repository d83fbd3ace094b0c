// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.bailiff.source.file.follow.FileBatch;
import org.bailiff.source.file.follow.FilePosition;
import org.bailiff.source.file.follow.Follower;
import org.bailiff.source.file.follow.Generations;

/**
 * Reads all files, a buffer of each in turn. {@link #open} and {@link #discover} may be called from any thread; all other
 * methods belong to one thread.
 */
final class FileReading implements DirectoryWatches.Listener {
    /** How often everything is looked at, whether the kernel told of it or not. */
    static final Duration TICK = Duration.ofSeconds(1);

    private static final Duration IDLE = Duration.ofHours(1);
    /** So many files are looked at in a tick; if there are more, they take turns. */
    private static final int LOOKS_PER_TICK = 1_000;

    private final InstantSource clock;
    private final Runnable wake;
    private final Queue<Follower> attention = new ConcurrentLinkedQueue<>();
    private final Queue<PatternDiscovery> searches = new ConcurrentLinkedQueue<>();

    private final Generations generations = new Generations();
    private final FileBatch batch = new FileBatch();
    /** In the order of their turns. */
    private final LinkedHashSet<Follower> followers = new LinkedHashSet<>();

    private final List<PatternDiscovery> discoveries = new ArrayList<>();
    private final WatchIndex index = new WatchIndex();
    /** Whom to look after. */
    private Set<Follower> ready = new LinkedHashSet<>();
    /** Whose file goes on, as far as is known. */
    private Set<Follower> grown = new LinkedHashSet<>();

    private Instant nextTick = Instant.MIN;
    private long layout;

    /**
     * @param wake called from any thread when there is something to do
     */
    FileReading(InstantSource clock, Runnable wake) {
        this.clock = clock;
        this.wake = wake;
    }

    Follower open(Path path, Start start, LineConsumer consumer) {
        Follower follower = new Follower(path, start, consumer, generations, this::attend);
        attend(follower);
        return follower;
    }

    /**
     * Reads what a position wrote, and remembers how its file is numbered.
     *
     * @throws IllegalArgumentException if it did not
     */
    FilePosition parsePosition(String text) {
        FilePosition position = FilePosition.parse(text);
        generations.know(position);
        return position;
    }

    private void attend(Follower follower) {
        attention.add(follower);
        wake.run();
    }

    PatternDiscovery discover(PathPattern pattern, StreamListener listener) {
        PatternDiscovery discovery = new PatternDiscovery(pattern, listener, wake);
        searches.add(discovery);
        wake.run();
        return discovery;
    }

    /**
     * Looks at what asks for it, once each.
     *
     * @return how long to wait until the next step, unless something happens before; zero if there is more to read
     */
    Duration step() {
        admitSearches();
        admitFollowers();
        Instant now = clock.instant();
        if (!now.isBefore(nextTick)) {
            tick(now);
        }
        Set<Follower> round = ready;
        Set<Follower> goOn = grown;
        ready = new LinkedHashSet<>();
        grown = new LinkedHashSet<>();
        goOn.removeAll(round);
        goOn.forEach(follower -> lookAfter(follower, follower::readOn));
        round.forEach(follower -> lookAfter(follower, follower::look));
        return ready.isEmpty() && grown.isEmpty() && attention.isEmpty() ? untilTick(now) : Duration.ZERO;
    }

    private void admitSearches() {
        for (PatternDiscovery search = searches.poll(); search != null; search = searches.poll()) {
            discoveries.add(search);
            search.lookAnew(clock.instant());
            layout++;
        }
    }

    private void admitFollowers() {
        for (Follower follower = attention.poll(); follower != null; follower = attention.poll()) {
            if (follower.isClosed()) {
                followers.remove(follower);
                index.remove(follower);
                ready.remove(follower);
                grown.remove(follower);
                follower.release();
            } else {
                followers.add(follower);
                ready.add(follower);
            }
        }
    }

    private void tick(Instant now) {
        nextTick = now.plus(TICK);
        layout++;
        discoveries.removeIf(PatternDiscovery::isClosed);
        Undrained undrained = new Undrained();
        discoveries.forEach(discovery -> discovery.look(now, undrained::isDrained));
        int looks = Math.min(followers.size(), LOOKS_PER_TICK);
        for (int count = 0; count < looks; count++) {
            Follower next = followers.iterator().next();
            followers.remove(next);
            followers.add(next);
            ready.add(next);
        }
    }

    /** The paths of which something is still to be read, found out when the first is asked for. */
    private final class Undrained {
        private Set<Path> paths;

        boolean isDrained(Path path) {
            if (paths == null) {
                paths = followers.stream()
                        .filter(follower -> !follower.isDrained())
                        .map(Follower::path)
                        .collect(Collectors.toSet());
            }
            return !paths.contains(path);
        }
    }

    /** A way to look after a follower; answers whether there is more to read at once. */
    private interface Attention {
        boolean give(FileBatch batch, Instant now);
    }

    private void lookAfter(Follower follower, Attention attention) {
        if (follower.isClosed()) {
            return;
        }
        if (attention.give(batch, clock.instant())) {
            grown.add(follower);
        }
        if (index.update(follower)) {
            layout++;
        }
    }

    private Duration untilTick(Instant now) {
        if (followers.isEmpty() && discoveries.isEmpty()) {
            return IDLE;
        }
        Duration rest = Duration.between(now, nextTick);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** Changes whenever the directories are to be looked after. */
    long layout() {
        return layout;
    }

    /** The directories in which something may happen that is to be told. */
    Set<Path> directories() {
        Set<Path> directories = new HashSet<>(index.directories());
        discoveries.forEach(discovery -> directories.addAll(discovery.directories()));
        return directories;
    }

    @Override
    public void written(Path name) {
        Set<Follower> concerned = index.followersOf(name);
        concerned.forEach(Follower::hint);
        grown.addAll(concerned);
    }

    @Override
    public void changed(Path name) {
        Set<Follower> concerned = index.followersOf(name);
        concerned.forEach(Follower::hint);
        ready.addAll(concerned);
        discoveries.forEach(discovery -> discovery.changed(name.getParent(), clock.instant()));
    }

    @Override
    public void missed() {
        ready.addAll(followers);
        discoveries.forEach(discovery -> discovery.lookAnew(clock.instant()));
    }

    /** Closes all files. */
    void release() {
        admitFollowers();
        followers.forEach(Follower::release);
    }
}
