// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end, without a shell. */
final class Programs {
    private static final long PATIENCE_SECONDS = 20;
    /** What the caller's environment must not tell a daemon of the demo's own. */
    private static final List<String> NOT_PASSED_ON =
            List.of("BAILIFF_ETC", "BAILIFF_DATA", "BAILIFF_SOCKET", "RUNTIME_DIRECTORY", "JOURNAL_STREAM");

    private Programs() {}

    /**
     * How a program ended.
     *
     * @param output what it said, on both streams
     */
    record Outcome(int exitCode, String output) {}

    /** A program in the root folder and with a clean environment; its two output streams are one. */
    static ProcessBuilder prepare(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true);
        NOT_PASSED_ON.forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs a program to its end, whatever becomes of it. */
    static Outcome run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        // Into a file: a pipe would have to be read until the last process that holds it has ended.
        Path output = Files.createTempFile("bailiff-demo", ".out");
        Process process =
                prepare(command, environment).redirectOutput(output.toFile()).start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(
                        String.join(" ", command) + " did not end within " + PATIENCE_SECONDS + " seconds");
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    /**
     * Runs a program that has to work.
     *
     * @throws IOException if it does not; the message says what it said
     */
    static void succeed(List<String> command) throws IOException, InterruptedException {
        Outcome outcome = run(command, Map.of());
        if (outcome.exitCode() != 0) {
            throw new IOException("'" + String.join(" ", command) + "' failed: "
                    + outcome.output().strip());
        }
    }
}
