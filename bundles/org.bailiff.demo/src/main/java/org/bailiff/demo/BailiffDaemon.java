// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The shipped daemon, run and asked by the shipped command. */
final class BailiffDaemon implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(3);

    private final Path output;
    private final String bailiff;
    private final Path data;
    private final UnaryOperator<List<String>> asItsUser;
    private final Process process;

    /**
     * Starts it.
     *
     * @param data a directory that its user may write
     * @param asItsUser makes a command one that is run where and as whom the daemon runs
     * @param options more options of {@code bailiff run}
     */
    BailiffDaemon(Workshop workshop, Path data, UnaryOperator<List<String>> asItsUser, List<String> options)
            throws IOException {
        this.output = workshop.file("daemon.out");
        this.bailiff = workshop.home().resolve("bin/bailiff").toString();
        this.data = data;
        this.asItsUser = asItsUser;
        List<String> command = new ArrayList<>(List.of(bailiff, "run"));
        command.addAll(options);
        this.process = Programs.prepare(asItsUser.apply(command), environment())
                .redirectOutput(output.toFile())
                .start();
    }

    /** Waits until the jail is at work. */
    void awaitActive(String jail) throws IOException, InterruptedException, DemoException {
        boolean active = Patience.waitFor(
                START, () -> !process.isAlive() || ask("status", jail).contains("ACTIVE"));
        if (!active || !process.isAlive()) {
            throw new DemoException("the daemon did not come up; it said: "
                    + Files.readString(output).strip() + " "
                    + ask("status", jail).strip());
        }
    }

    /** What it answers. */
    String ask(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(bailiff));
        command.addAll(List.of(words));
        return Programs.run(asItsUser.apply(command), environment()).output();
    }

    /** The daemon's own process: the last in the chain that entered its machine and gave up its rights. */
    long pid() {
        return process.descendants()
                .map(ProcessHandle::pid)
                .reduce((first, last) -> last)
                .orElse(process.pid());
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        process.onExit()
                .completeOnTimeout(process, END.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private Map<String, String> environment() {
        return Map.of("BAILIFF_DATA", data.toString());
    }
}
