// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.store.Store;
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

    /** What happens once in a jail's life happens in each. */
    private static final int ACTS = 6;

    private static final FileAttribute<?> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Surroundings surroundings;
    private final Store store;
    private final Path folder;
    private final RehearsedLines lines;
    private final int bansAnAct;
    private final Duration patience;

    /**
     * @param folder the logs that are rehearsed with are here as long as they are
     * @param bans about so many
     * @param patience how long is waited for each
     */
    Rehearsal(Surroundings surroundings, Store store, Path folder, int bans, Duration patience) {
        this.surroundings = surroundings;
        this.store = store;
        this.folder = folder;
        this.lines = new RehearsedLines(surroundings.clock());
        this.bansAnAct = (bans + ACTS - 1) / ACTS;
        this.patience = patience;
    }

    /** Takes away what one that was killed has left in the folder. */
    static void clear(Path folder) {
        try {
            for (int act = 0; act < ACTS; act++) {
                Files.deleteIfExists(log(folder, act));
            }
        } catch (IOException notNow) {
            LOG.debug("what was rehearsed stays", notNow);
        }
    }

    private static Path log(Path folder, int act) {
        return folder.resolve(NAME + "-" + act + ".log");
    }

    @Override
    public void run() {
        long began = System.nanoTime();
        try {
            int act = 0;
            while (act < ACTS && perform(act)) {
                act++;
            }
            LOG.debug(
                    "{} bans were rehearsed in {} ms",
                    act * bansAnAct,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        } catch (IOException notNow) {
            // The daemon bans without it, only later.
            LOG.debug("nothing was rehearsed", notNow);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean perform(int act) throws IOException, InterruptedException {
        Path log = log(folder, act);
        try (OutputStream writer = Channels.newOutputStream(
                Files.newByteChannel(log, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWN))) {
            return perform(act, log, writer);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** Whether all were banned. */
    private boolean perform(int act, Path log, OutputStream writer) throws IOException, InterruptedException {
        Stage stage = new Stage(surroundings);
        JailSettings settings = new SettingsReader(new JailConfiguration(NAME, settings(log)), stage).read();
        JailRun run = new JailRun(NAME, stage, settings, store.rehearse(NAME), new Counts());
        run.start();
        try {
            int first = act * bansAnAct;
            int done = 0;
            while (done < bansAnAct && isBanned(first + done, writer, stage)) {
                done++;
            }
            return done == bansAnAct;
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
                "maxretry", String.valueOf(RehearsedLines.FAILURES),
                "bantime", "2s",
                "action", "xt_recent");
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new Setting(entry.getKey(), entry.getValue(), NAME)));
    }

    /** The last failure is written by itself, as it mostly happens. */
    private boolean isBanned(int number, OutputStream log, Stage stage) throws IOException, InterruptedException {
        log.write(lines.before(number).getBytes(StandardCharsets.US_ASCII));
        log.write(lines.last(number).getBytes(StandardCharsets.US_ASCII));
        return stage.awaitBan(patience);
    }
}
