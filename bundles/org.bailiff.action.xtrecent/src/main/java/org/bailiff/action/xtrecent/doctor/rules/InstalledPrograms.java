// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bailiff.text.SafeText;

/** Runs programs of this host, without a shell, for a bounded time, reading a bounded amount. */
public final class InstalledPrograms implements Programs {
    private static final List<String> USUAL_FOLDERS = List.of("/usr/sbin", "/sbin", "/usr/local/sbin");
    /** Some ten thousand rules. */
    private static final int MOST_BYTES = 8 << 20;

    private static final int MOST_BYTES_OF_COMPLAINT = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Path> folders;
    private final Duration patience;

    InstalledPrograms(List<Path> folders, Duration patience) {
        this.folders = List.copyOf(folders);
        this.patience = patience;
    }

    /**
     * Those on a path, or where they usually are, which is not on everybody's path.
     *
     * @param path the environment's {@code PATH}; only whole paths count
     */
    public static InstalledPrograms on(String path) {
        return new InstalledPrograms(
                Stream.concat(Stream.of(path.split(File.pathSeparator)), USUAL_FOLDERS.stream())
                        .filter(folder -> folder.startsWith("/"))
                        .map(Path::of)
                        .toList(),
                PATIENCE);
    }

    @Override
    public Optional<String> output(String program, List<String> arguments) throws IOException {
        Optional<Path> found = folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
        return found.isPresent() ? Optional.of(run(found.get(), arguments)) : Optional.empty();
    }

    private String run(Path program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        Executor afterwards = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        // With the process ends what it prints, and so the reading below.
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    kill(process);
                },
                afterwards);
        try {
            process.getOutputStream().close();
            byte[] text = process.getInputStream().readNBytes(MOST_BYTES);
            if (text.length == MOST_BYTES) {
                throw new IOException(program + " prints over " + MOST_BYTES + " bytes");
            }
            byte[] complaint = process.getErrorStream().readNBytes(MOST_BYTES_OF_COMPLAINT);
            int code = process.waitFor();
            if (late.get()) {
                throw new IOException(program + " did not end within " + patience.toMillis() + " ms");
            }
            if (code != 0) {
                throw new IOException(program + " ended with " + code + ": "
                        + SafeText.of(new String(complaint, StandardCharsets.UTF_8).strip()));
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was broken off", asked);
        } finally {
            end.cancel(false);
            kill(process);
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        // Not the process itself, which would close the streams under the reader.
        process.toHandle().destroyForcibly();
    }
}
