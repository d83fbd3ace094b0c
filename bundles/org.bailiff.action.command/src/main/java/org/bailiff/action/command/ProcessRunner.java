// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bailiff.text.SafeText;

/** Runs commands as processes of the daemon's user: no shell, a small environment, JSON on the standard input. */
final class ProcessRunner implements Runner {
    /** Output is looked for so often. Its end is not waited for: a child left in the background may hold it open. */
    private static final long LOOK_MILLIS = 50;

    private static final int LAST_LOOKS = 3;

    @Override
    public Outcome run(List<String> words, Errand errand, Duration timeout, Runnable meanwhile)
            throws InterruptedException {
        Process process;
        try {
            process = start(words, errand);
        } catch (IOException notStarted) {
            return Outcome.failed("it cannot be started: " + SafeText.of(String.valueOf(notStarted.getMessage()), 200));
        }
        feed(process, errand.json());
        try {
            return result(process, timeout, meanwhile);
        } catch (InterruptedException asked) {
            ProcessTree.end(process);
            throw asked;
        } finally {
            close(process.getInputStream());
        }
    }

    private static Process start(List<String> words, Errand errand) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(new File("/")).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(errand.environment());
        return builder.start();
    }

    /** On a thread of its own: a command need not read, and a full pipe would hold up its time limit. */
    private static void feed(Process process, String json) {
        Thread feeder = new Thread(
                () -> {
                    try (OutputStream input = process.getOutputStream()) {
                        input.write(json.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException notRead) {
                        // A command that does not want to know is right, too.
                        return;
                    }
                },
                "bailiff-command-input");
        feeder.setDaemon(true);
        feeder.start();
    }

    private static Outcome result(Process process, Duration timeout, Runnable meanwhile) throws InterruptedException {
        OutputTail tail = new OutputTail();
        // A wall clock that jumps must not end a command.
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            tail.drain(process.getInputStream());
            meanwhile.run();
            if (System.nanoTime() - deadline >= 0) {
                ProcessTree.end(process);
                return Outcome.failed(
                        "it did not end within " + timeout.toSeconds() + " s, and was ended" + said(tail));
            }
        }
        // What the process wrote last is moved by the JDK while it notices the end.
        for (int look = 0; look < LAST_LOOKS; look++) {
            tail.drain(process.getInputStream());
            TimeUnit.MILLISECONDS.sleep(look);
        }
        int code = process.exitValue();
        return code == 0 ? Outcome.DONE : Outcome.failed("it ended with exit code " + code + said(tail));
    }

    private static String said(OutputTail tail) {
        return tail.lastLine().map(line -> "; it said: " + line).orElse("");
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException gone) {
            // It was only to be given up.
            return;
        }
    }
}
