// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bailiff.launcher.client.Client;
import org.bailiff.launcher.client.SocketFinder;
import org.bailiff.launcher.framework.Daemon;
import org.bailiff.launcher.framework.TemporaryFolder;

/**
 * {@code bailiff prepare}: a daemon's life in short, by which the JVM learns what it is to keep for faster starts. It
 * reads a log of its own in a temporary folder, bans one address of a documentation's network, by the action that only
 * logs, answers, and ends. The script has the JVM write the archive.
 */
final class Preparation {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String ADDRESS = "192.0.2.1";
    private static final int FAILURES = 5;

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final Path home;
    private final Clock clock;

    Preparation(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** Returns the exit code. */
    int run() throws LaunchException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Folders folders = folders(folder.path());
            write(folders.etc(), folder.path().resolve("auth.log"));
            Thread asks = new Thread(() -> ask(folders.data()), "bailiff-prepare");
            asks.setDaemon(true);
            asks.start();
            return new Daemon(folders, new Daemon.Switches(true, false), Map.of("BAILIFF_LOG_LEVEL", "warning")).run();
        } catch (IOException e) {
            throw new LaunchException(ExitStatus.FAILED, "cannot write a configuration to prepare with: " + e, e);
        }
    }

    /** Nothing of the host's: no plug-in is run either. */
    private Folders folders(Path folder) throws IOException {
        Path etc = Files.createDirectory(folder.resolve("etc"));
        Path deploy = Files.createDirectory(folder.resolve("deploy"));
        return new Folders(home, etc, folder.resolve("data"), deploy);
    }

    private void write(Path etc, Path log) throws IOException {
        String line = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)
                + " host sshd[1]: Failed password for root from " + ADDRESS + " port 1024 ssh2\n";
        Files.writeString(log, line.repeat(FAILURES));
        Files.writeString(
                etc.resolve("jail.conf"),
                "[sshd]\nenabled = yes\nfilter = sshd\nmaxretry = " + FAILURES + "\naction = log\nlogpath = " + log
                        + "\n");
    }

    /** Asks for the ban until it is there, and then for the end. */
    private void ask(Path data) {
        Client client = new Client(new SocketFinder(data, Map.of()), NOWHERE, NOWHERE, false);
        Instant latest = clock.instant().plus(PATIENCE);
        try {
            while (!answers(client, "banned", ADDRESS) && clock.instant().isBefore(latest)) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
            while (!answers(client, "stop") && clock.instant().isBefore(latest)) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(Client client, String verb, String... arguments) {
        try {
            return client.ask(Optional.empty(), verb, List.of(arguments)) == ExitStatus.OK;
        } catch (LaunchException notYet) {
            return false;
        }
    }
}
