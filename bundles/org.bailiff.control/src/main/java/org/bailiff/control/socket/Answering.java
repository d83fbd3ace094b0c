// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.control.dispatch.LineWriter;
import org.bailiff.control.dispatch.Request;
import org.bailiff.control.dispatch.RequestHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whole requests, some at once, on threads of its own. Its queue is bounded by the reception's places. */
public final class Answering {
    private static final Logger log = LoggerFactory.getLogger(Answering.class);
    private static final int THREADS = 8;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Callers callers;
    private final RequestHandler handler;
    private final AtomicInteger threadNumber = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(Places.LIMIT),
            this::newThread,
            (task, stopping) -> log.debug("A caller came while the daemon was stopping"));

    public Answering(Callers callers, RequestHandler handler) {
        this.callers = callers;
        this.handler = handler;
        pool.allowCoreThreadTimeOut(true);
    }

    private Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "bailiff-control-" + threadNumber.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Answers as soon as a thread is free.
     *
     * @param whenDone called on the answering thread, however it ends
     */
    void answer(Connection connection, Runnable whenDone) {
        pool.execute(() -> {
            try {
                answer(connection);
            } finally {
                whenDone.run();
            }
        });
    }

    private void answer(Connection connection) {
        Answer answer = new Answer(connection);
        int code;
        try (PrintWriter out = LineWriter.to(answer.out());
                PrintWriter err = LineWriter.to(answer.err())) {
            code = answer(connection, out, err);
        }
        answer.exitCode(code);
    }

    private int answer(Connection connection, PrintWriter out, PrintWriter err) {
        try {
            Request request = Request.parse(connection.request());
            return handler.answer(callers.of(connection.user()), request, out, err);
        } catch (CommandException malformed) {
            err.println(malformed.getMessage());
            return malformed.exitCode().number();
        } catch (IOException unknownCaller) {
            log.warn("A caller of the control socket could not be identified: {}", unknownCaller.toString());
            err.println("The system does not say who you are: " + unknownCaller.getMessage());
            return ExitCode.DENIED.number();
        }
    }

    /** How many bytes the caller's request may have. */
    int longestRequest(Connection connection) {
        try {
            return callers.longestRequest(connection.user());
        } catch (IOException unknownCaller) {
            log.debug("A caller of the control socket could not be identified", unknownCaller);
            return Request.LIMIT;
        }
    }

    /** Whether somebody waits for a thread. */
    boolean isCrowded() {
        return !pool.getQueue().isEmpty();
    }

    /** Takes no more, and waits for those under way. */
    void finish(Duration patience) {
        pool.shutdown();
        await(patience);
    }

    /** Interrupts those still under way. */
    void abandon(Duration patience) {
        pool.shutdownNow();
        await(patience);
    }

    private void await(Duration patience) {
        try {
            if (!pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("Some answers are still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
