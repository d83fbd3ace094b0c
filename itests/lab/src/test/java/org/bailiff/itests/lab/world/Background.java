// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that goes on running on a machine, writing what it says into a file. */
public final class Background {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process entering;
    private final ProcessHandle program;
    private final Path output;

    private Background(Process entering, ProcessHandle program, Path output) {
        this.entering = entering;
        this.program = program;
        this.output = output;
    }

    /** Starts the command on the machine. */
    public static Background start(Machine machine, List<String> command, Map<String, String> environment, Path output)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(machine.command(command))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        Process entering = builder.start();
        entering.getOutputStream().close();
        // The process that enters the namespaces waits outside for the one that it started inside.
        ProcessHandle program = Await.value(command.get(0) + " is started", PATIENCE, () -> entering.children()
                .findFirst());
        return new Background(entering, program, output);
    }

    /** The program's process, as the host counts. */
    public ProcessHandle process() {
        return program;
    }

    public boolean isRunning() {
        return program.isAlive();
    }

    /** All it has said so far. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Asks it to end, and waits until it has; the answer is its exit code. */
    public int end() throws InterruptedException {
        program.destroy();
        awaitEnd();
        return entering.exitValue();
    }

    /** Kills it: no last word, no tidying up. */
    public void kill() throws InterruptedException {
        program.destroyForcibly();
        awaitEnd();
    }

    /** Waits until it has ended by itself; the answer is its exit code. */
    public int awaitExit() throws InterruptedException {
        if (!entering.waitFor(Daemon.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("process " + program.pid() + " goes on running");
        }
        return entering.exitValue();
    }

    private void awaitEnd() throws InterruptedException {
        if (!entering.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            program.destroyForcibly();
            throw new AssertionError("process " + program.pid() + " did not end within " + PATIENCE.toSeconds() + " s");
        }
    }
}
