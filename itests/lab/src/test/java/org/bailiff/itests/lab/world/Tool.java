// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands of the system to their end, without a shell. */
public final class Tool {
    private static final long PATIENCE_SECONDS = 30;

    private Tool() {}

    /** Runs a command whatever becomes of it. */
    public static Outcome run(List<String> command) throws IOException, InterruptedException {
        return run(command, Map.of());
    }

    /** Runs a command whatever becomes of it, with additional environment variables. */
    public static Outcome run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("bailiff-lab", ".out");
        Path err = Files.createTempFile("bailiff-lab", ".err");
        try {
            // To files, not pipes: whatever the command leaves running could hold a pipe open.
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            int exitCode = finish(builder.start(), command);
            return new Outcome(exitCode, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /**
     * Runs a command that has to work.
     *
     * @throws IOException if it fails; the message says what it said
     */
    public static String succeed(List<String> command) throws IOException, InterruptedException {
        Outcome outcome = run(command);
        if (!outcome.succeeded()) {
            throw new IOException(String.join(" ", command) + " ended with " + outcome.exitCode() + ": "
                    + outcome.err().strip());
        }
        return outcome.out();
    }

    private static int finish(Process process, List<String> command) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return process.exitValue();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        throw new IOException(String.join(" ", command) + " did not end within " + PATIENCE_SECONDS + " s");
    }
}
