// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A peer that runs. What it says goes through a pipe, as under systemd. */
final class Daemon {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(40);
    /** Hundredths of a second that it may use in one if it has nothing to do. */
    private static final int QUIET = 3;

    private static final int LINES_KEPT = 50;

    private final Process process;
    private final Deque<String> lines = new ArrayDeque<>();
    private final String manner;

    /**
     * Starts it, and waits until it has done with what it does after its start.
     *
     * @param turns the begin of a command that says when a process runs
     */
    Daemon(Peer peer, List<String> turns) throws Exception {
        List<String> command = new ArrayList<>(turns);
        command.addAll(peer.command());
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
        long began = System.nanoTime();
        while (!peer.isReady(said())) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE) {
                throw new IllegalStateException("it does not start; it said last:\n" + said());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        manner = peer.manner(said());
        rest();
    }

    private void rest() throws Exception {
        TimeUnit.SECONDS.sleep(3);
        long began = System.nanoTime();
        long before = ticks();
        TimeUnit.SECONDS.sleep(1);
        while (ticks() - before > QUIET && System.nanoTime() - began < PATIENCE) {
            before = ticks();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void listen() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    if (lines.size() > LINES_KEPT) {
                        lines.remove();
                    }
                }
            }
        } catch (IOException ended) {
            // Nobody is there to say more.
        }
    }

    /** Its last lines. */
    String said() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** How it works, for people; empty if there is nothing to be said of that. */
    String manner() {
        return manner;
    }

    /** Processor time of it and all that it has started, in hundredths of a second. */
    long ticks() throws IOException {
        long ticks = 0;
        for (ProcessFiles files : processes()) {
            ticks += files.ticks();
        }
        return ticks;
    }

    /** How often its threads have waited, by their names. */
    Map<String, Long> switches() throws IOException {
        Map<String, Long> switches = new HashMap<>();
        for (ProcessFiles files : processes()) {
            files.switches().forEach((name, count) -> switches.merge(name, count, Long::sum));
        }
        return switches;
    }

    private List<ProcessFiles> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> new ProcessFiles(handle.pid()))
                .toList();
    }

    /** Ends it and all that it has started: of a pipeline, whoever waits for a line does not see that its reader is gone. */
    void end() throws InterruptedException {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        started.forEach(ProcessHandle::destroy);
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
