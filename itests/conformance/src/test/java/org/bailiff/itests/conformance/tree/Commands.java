// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs, run to their end. */
final class Commands {
    private static final long PATIENCE_SECONDS = 60;

    private Commands() {}

    /** What it prints; what it complains of is left out. */
    static String output(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("bailiff-conformance", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " did not end");
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }
}
