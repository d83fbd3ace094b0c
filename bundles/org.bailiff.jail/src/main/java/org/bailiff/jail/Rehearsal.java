// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes the whole way from a line to the list some thousand times before it matters: what is gone seldom runs uncompiled, and
 * that takes three times as long. A jail like any other goes it, on a log of its own that is written here; but it tells nobody
 * of its bans, keeps none, and its list is in memory alone.
 */
final class Rehearsal implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    /** Of the jail that rehearses, and the origin of its settings. */
    private static final String NAME = "rehearsal";

    /** What is not banned after so long is not banned at all: there is no such filter, or it knows no such lines. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int FAILURES = 5;
    private static final int BYTE = 250;

    private final Surroundings surroundings;
    private final int bans;
    private final Duration patience;

    /**
     * @param bans so many
     * @param patience how long is waited for each
     */
    Rehearsal(Surroundings surroundings, int bans, Duration patience) {
        this.surroundings = surroundings;
        this.bans = bans;
        this.patience = patience;
    }

    @Override
    public void run() {
        try {
            Path log = Files.createTempFile("bailiff-rehearsal", ".log");
            try {
                perform(log);
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException notNow) {
            // The daemon bans without it, only later.
            LOG.debug("nothing was rehearsed", notNow);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(Path log) throws IOException, InterruptedException {
        Stage stage = new Stage(surroundings);
        JailSettings settings = new SettingsReader(new JailConfiguration(NAME, settings(log)), stage).read();
        JailRun run = new JailRun(NAME, stage, settings, new ForgetfulLog(), new Counts());
        run.start();
        try (OutputStream writer = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
            long began = System.nanoTime();
            int done = 0;
            while (done < bans && isBanned(done, writer, stage)) {
                done++;
            }
            LOG.debug(
                    "{} bans were rehearsed in {} ms", done, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        } finally {
            run.stop(true);
        }
    }

    private static Map<String, Setting> settings(Path log) {
        Map<String, String> values = Map.of(
                "enabled", "yes",
                "filter", "sshd",
                "backend", "auto",
                "logpath", log.toString(),
                "maxretry", String.valueOf(FAILURES),
                "action", "xt_recent");
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new Setting(entry.getKey(), entry.getValue(), NAME)));
    }

    /** The last failure is written by itself, as it mostly happens. */
    private boolean isBanned(int number, OutputStream log, Stage stage) throws IOException, InterruptedException {
        String address =
                "198." + (18 + number / BYTE / BYTE % 2) + "." + number / BYTE % BYTE + "." + (1 + number % BYTE);
        StringBuilder failures = new StringBuilder();
        for (int failure = 1; failure < FAILURES; failure++) {
            failures.append(line(address, failure));
        }
        log.write(failures.toString().getBytes(StandardCharsets.US_ASCII));
        log.write(line(address, FAILURES).getBytes(StandardCharsets.US_ASCII));
        return stage.awaitBan(patience);
    }

    private String line(String address, int failure) {
        return surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS) + " host sshd[" + (1000 + failure)
                + "]: Failed password for root from " + address + " port " + (2000 + failure) + " ssh2\n";
    }
}
