// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance.bantime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The installed fail2ban at work, in a folder of its own, with jails that have no action. Its past bans are written into its
 * database, so that nobody waits for bans to end. Used by one thread.
 */
final class RunningFail2ban implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern BAN = Pattern.compile("(?m)^(?<address>\\S+) \\t\\S+ \\S+ \\+ (?<seconds>-?\\d+) = ");

    /** Arguments: the database, then a jail, an address and a number for each. */
    private static final String REMEMBER =
            """
            import sqlite3, sys, time
            database = sqlite3.connect(sys.argv[1], timeout=10)
            for jail, address, count in zip(*[iter(sys.argv[2:])] * 3):
                database.execute('insert into bips (ip, jail, timeofban, bantime, bancount, data) values (?,?,?,?,?,?)',
                    (address, jail, int(time.time()) - 1000, 60, int(count), '{"matches": [], "failures": 1}'))
            database.commit()
            """;

    private final Path folder;
    private final Process server;

    /**
     * @param jails the keys of each jail, as lines
     */
    RunningFail2ban(Map<String, String> jails) throws IOException {
        folder = Files.createTempDirectory("bailiff-fail2ban");
        file("etc/fail2ban.conf", settings());
        file("etc/filter.d/word.conf", "[Definition]\nfailregex = ^\\s*bad <HOST>$\n");
        StringBuilder text = new StringBuilder("[DEFAULT]\nenabled = true\nfilter = word\nbackend = polling\n");
        for (Map.Entry<String, String> jail : jails.entrySet()) {
            Path log = file(jail.getKey() + ".log", "");
            text.append("[%s]\nlogpath = %s\n%s\n".formatted(jail.getKey(), log, jail.getValue()));
        }
        file("etc/jail.conf", text.toString());
        server = new ProcessBuilder(
                        "fail2ban-server", "-c", folder.resolve("etc").toString(), "-f", "start")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console").toFile())
                .start();
        await("it answers", () -> client("ping").contains("pong"));
    }

    private String settings() {
        return """
                [Definition]
                loglevel = DEBUG
                logtarget = %1$s/log
                syslogsocket = auto
                socket = %1$s/socket
                pidfile = %1$s/pid
                dbfile = %1$s/database
                dbpurgeage = 1d
                dbmaxmatches = 10
                allowipv6 = auto
                """
                .formatted(folder);
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /**
     * Lets it believe in past bans that have ended.
     *
     * @param bans a jail, an address and a number, one after the other
     */
    void remember(List<String> bans) {
        Stream<String> command = Stream.of(
                "/usr/bin/python3", "-c", REMEMBER, folder.resolve("database").toString());
        output(Stream.concat(command, bans.stream()).toList());
    }

    /** Writes a failure of each address into the log of a jail. */
    void fail(String jail, List<String> addresses) throws IOException {
        StringBuilder lines = new StringBuilder();
        addresses.forEach(address ->
                lines.append("%s bad %s%n".formatted(LocalDateTime.now().format(DATE), address)));
        Files.writeString(folder.resolve(jail + ".log"), lines, StandardOpenOption.APPEND);
    }

    /** What matches in its log, as soon as there is so much of it. */
    List<Matcher> logged(Pattern pattern, int times) throws IOException {
        await(times + " of " + pattern, () -> matches(pattern).size() >= times);
        return matches(pattern);
    }

    private List<Matcher> matches(Pattern pattern) {
        try (Stream<String> lines = Files.lines(folder.resolve("log"), StandardCharsets.UTF_8)) {
            return lines.map(pattern::matcher).filter(Matcher::find).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The seconds of each ban in force, by address; negative if permanent. */
    Map<String, Long> bans(String jail) {
        Map<String, Long> bans = new TreeMap<>();
        Matcher ban = BAN.matcher(client("get", jail, "banip", "--with-time"));
        while (ban.find()) {
            bans.put(ban.group("address"), Long.valueOf(ban.group("seconds")));
        }
        return bans;
    }

    private String client(String... words) {
        return output(Stream.concat(
                        Stream.of("fail2ban-client", "-c", folder.resolve("etc").toString()), Stream.of(words))
                .toList());
    }

    private static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Asks again and again: that takes a moment each time, and is the waiting. */
    private void await(String event, BooleanSupplier happened) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                String console = Files.readString(folder.resolve("console"));
                close();
                throw new IOException("fail2ban let us wait until " + event + ": " + console);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        try {
            if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
