// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.SourceStatus.State;
import org.bailiff.source.file.follow.Follower;

/** Finds the followers of a name that the kernel tells. */
final class WatchIndex {
    private final Map<Follower, Names> names = new HashMap<>();
    private final Map<Path, Set<Follower>> followers = new HashMap<>();
    private final Map<Path, Integer> directories = new HashMap<>();

    /**
     * The names of a follower.
     *
     * @param rotations how many there had been when they were looked up
     */
    private record Names(Set<Path> paths, long rotations) {}

    /** Looks the names up again if they may have changed; answers whether they did. */
    boolean update(Follower follower) {
        Names known = names.get(follower);
        SourceStatus status = follower.status();
        if (known != null && status.state() == State.READING && status.rotationsTotal() == known.rotations()) {
            return false;
        }
        Set<Path> paths = WatchedNames.of(follower.path());
        names.put(follower, new Names(paths, status.rotationsTotal()));
        if (known != null && known.paths().equals(paths)) {
            return false;
        }
        paths.forEach(path -> add(path, follower));
        if (known != null) {
            known.paths().stream().filter(path -> !paths.contains(path)).forEach(path -> remove(path, follower));
        }
        return true;
    }

    void remove(Follower follower) {
        Names known = names.remove(follower);
        if (known != null) {
            known.paths().forEach(path -> remove(path, follower));
        }
    }

    private void add(Path path, Follower follower) {
        if (followers.computeIfAbsent(path, any -> new HashSet<>()).add(follower)) {
            directories.merge(path.getParent(), 1, Integer::sum);
        }
    }

    private void remove(Path path, Follower follower) {
        followers.computeIfPresent(path, (any, set) -> set.remove(follower) && set.isEmpty() ? null : set);
        directories.computeIfPresent(path.getParent(), (any, uses) -> uses == 1 ? null : uses - 1);
    }

    Set<Follower> followersOf(Path name) {
        return followers.getOrDefault(name, Set.of());
    }

    /** The directories of all names. */
    Set<Path> directories() {
        return directories.keySet();
    }
}
