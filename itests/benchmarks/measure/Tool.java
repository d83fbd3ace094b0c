// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that reads a log once and ends, and what it took: by the shell's {@code time}, so with all that it started.
 *
 * @param command with its arguments
 * @param input its standard input
 * @param sink what is made of its output: {@link #END} or {@link #LINES}
 */
record Tool(List<String> command, Path input, String sink) {
    /** The output's end is kept. */
    static final String END = "tail -c 4096";
    /** The output's lines are counted. */
    static final String LINES = "wc -l";

    private static final int PATIENCE_MINUTES = 60;

    Tool {
        command = List.copyOf(command);
    }

    /** What it took, and what the sink left of its output. */
    record Run(Usage usage, String end) {}

    /** Whether there is such a program. */
    static boolean isThere(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Its output goes through a pipe. It may end with any exit code: grep tells by it what it found. */
    Run run() throws IOException, InterruptedException {
        Path times = Files.createTempFile("times", "");
        Path said = Files.createTempFile("said", "");
        try {
            List<String> timed = new ArrayList<>(List.of(
                    "bash",
                    "-c",
                    "TIMEFORMAT='%3R %3U %3S'; { time \"$@\" 2>/dev/null; } 2>\"$TIMES\" | " + sink + " >\"$SAID\"",
                    "bash"));
            timed.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(timed).redirectInput(input.toFile());
            builder.environment().put("TIMES", times.toString());
            builder.environment().put("SAID", said.toString());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                throw new IOException(String.join(" ", command) + " takes more than an hour");
            }
            return new Run(usage(Files.readString(times)), Files.readString(said));
        } finally {
            Files.delete(times);
            Files.delete(said);
        }
    }

    private static Usage usage(String times) {
        String[] seconds = times.strip().split("\\s+");
        return new Usage(
                Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]));
    }
}
