// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/**
 * A definition of another bundle, as it answered when it came. Others' code is asked once, on a thread of its own and for a
 * limited time, so that one that throws or hangs cannot do so wherever a filter is looked up. Thread-safe.
 */
final class Asked implements FilterDefinition {
    /** A thread that has its answer asks the next one; one that hangs is left behind. They end when nothing is asked. */
    private static final ExecutorService ASKING =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Asked::thread);

    private final FilterDefinition source;
    private final Duration patience;
    private final Known known;
    private final Map<String, Optional<DefinitionFile>> includes = new ConcurrentHashMap<>();

    private record Known(String name, String origin, List<DefinitionFile> files) {
        /** @throws RuntimeException if it answers what no definition may, or throws something */
        static Known of(FilterDefinition source) {
            return new Known(source.name(), source.origin(), source.files());
        }

        private Known {
            if (name == null || name.isBlank() || origin == null) {
                throw new IllegalStateException("it says no name or no origin");
            }
            files = List.copyOf(files);
            if (files.isEmpty()) {
                throw new IllegalStateException("it has no file");
            }
        }
    }

    private Asked(FilterDefinition source, Duration patience, Known known) {
        this.source = source;
        this.patience = patience;
        this.known = known;
    }

    /**
     * Asks a definition.
     *
     * @throws Unanswered if it throws something, or does not answer in time
     */
    static Asked of(FilterDefinition source, Duration patience) throws Unanswered {
        return new Asked(source, patience, ask(() -> Known.of(source), patience));
    }

    /** Why there is no answer. */
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1;

        private Unanswered(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    private static Thread thread(Runnable questions) {
        Thread thread = new Thread(questions, "bailiff-asks-definition");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> T ask(Callable<T> question, Duration patience) throws Unanswered {
        Future<T> task = ASKING.submit(question);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new Unanswered("it does not answer", late);
        } catch (ExecutionException failed) {
            throw new Unanswered("it fails: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unanswered("the daemon was not given the time to ask it", interrupted);
        }
    }

    @Override
    public String name() {
        return known.name();
    }

    @Override
    public String origin() {
        return known.origin();
    }

    @Override
    public List<DefinitionFile> files() {
        return known.files();
    }

    /** If there is no answer, there is no such file; whoever includes it says where. */
    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return includes.computeIfAbsent(fileName, this::askFor);
    }

    private Optional<DefinitionFile> askFor(String fileName) {
        try {
            Optional<DefinitionFile> answer = ask(() -> source.include(fileName), patience);
            return answer == null ? Optional.empty() : answer;
        } catch (Unanswered nothing) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return known.name() + " of " + known.origin();
    }
}
