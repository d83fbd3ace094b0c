// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program as a process of its own, without a shell: with a small fixed environment, nothing to read, and what it
 * prints thrown away. One that does not end in time is killed with all it has started.
 */
final class ProcessRunner implements ProgramRunner {
    private static final File NOTHING = new File("/dev/null");

    private final Duration limit;

    ProcessRunner(Duration limit) {
        this.limit = limit;
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .directory(new File("/"))
                .redirectInput(NOTHING)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8"));
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it did not end within " + limit.toSeconds() + " s");
            }
            return process.exitValue();
        } finally {
            // Those first: their parent's end would make them nobody's.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
