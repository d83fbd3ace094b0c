// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process with all that it started. */
final class ProcessTree {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private ProcessTree() {}

    /** Asks all of them to end (TERM), and ends those that did not within a second (KILL). */
    static void end(Process process) throws InterruptedException {
        // Who loses its parent is nobody's child any more, so they are all noted before the first one ends.
        Set<ProcessHandle> tree = new LinkedHashSet<>();
        note(process, tree);
        tree.forEach(ProcessHandle::destroy);
        try {
            awaitEnd(tree);
        } finally {
            Set.copyOf(tree).forEach(member -> member.descendants().forEach(tree::add));
            tree.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void note(Process process, Set<ProcessHandle> tree) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(tree::add);
    }

    private static void awaitEnd(Set<ProcessHandle> tree) throws InterruptedException {
        CompletableFuture<?>[] ends = tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            // They are ended next.
            return;
        }
    }
}
