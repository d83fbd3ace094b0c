// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Bailiff, run by an ordinary user, with the options that its script chooses and fail2ban's stock filters. What it does
 * is asked on its socket, which is cheap for both.
 */
final class Daemon implements AutoCloseable {
    private static final String USER = "23456";
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** Of processors' time in a pause: who takes more has not done with the log, and need not be asked. */
    private static final double BUSY = 0.03;
    /** So many pauses pass at most until it is asked all the same. */
    private static final int MOST_PAUSES = 40;

    private final Path folder;
    private final Process process;
    private final long start = System.nanoTime();

    /**
     * Starts it.
     *
     * @param workshop has the distribution in {@code bailiff}
     * @param jails the text of {@code jail.conf}
     */
    Daemon(Path workshop, String jails) throws IOException, InterruptedException {
        this(workshop, jails, "");
    }

    /**
     * Starts it with more options.
     *
     * @param options of the virtual machine; empty for those alone that its script chooses
     */
    Daemon(Path workshop, String jails, String options) throws IOException, InterruptedException {
        folder = Files.createTempDirectory(workshop, "daemon");
        Path etc = Files.createDirectory(folder.resolve("etc"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.copy(workshop.resolve("bailiff/etc/bailiff.conf"), etc.resolve("bailiff.conf"));
        Files.createSymbolicLink(etc.resolve("filter.d"), Path.of("/etc/fail2ban/filter.d"));
        Files.writeString(etc.resolve("jail.conf"), jails);
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            run("chmod", "755", folder.toString());
            run("chown", USER + ":" + USER, data.toString());
            command.addAll(List.of(
                    "setpriv",
                    "--reuid",
                    USER,
                    "--regid",
                    USER,
                    "--clear-groups",
                    "--bounding-set=-all",
                    "--inh-caps=-all"));
        }
        command.addAll(List.of(
                workshop.resolve("bailiff/bin/bailiff").toString(),
                "run",
                "--etc",
                etc.toString(),
                "--data",
                data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("BAILIFF_JAVA_OPTIONS", options);
        process = builder.start();
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    long process() {
        return process.pid();
    }

    Usage usage() throws IOException {
        return new Usage((System.nanoTime() - start) / 1e9, Usage.processor(process.pid()));
    }

    /** What is counted, of all jails together. */
    record Status(long jails, long failed, long currentlyFailed, long banned, long lag, long lines) {}

    /** What can be waited for. */
    interface Condition {
        boolean holds(Status status);
    }

    /**
     * Waits until it is so.
     *
     * @throws IllegalStateException if it ends, or the patience does
     */
    Status await(Duration patience, Condition condition) throws IOException, InterruptedException {
        while (true) {
            waitForRest();
            Status status = status();
            if (condition.holds(status)) {
                return status;
            }
            if (!process.isAlive() || System.nanoTime() - start > patience.toNanos()) {
                throw new IllegalStateException(
                        "the daemon does not get there: " + status + "; it said last:\n" + lastSaid());
            }
        }
    }

    /** To be asked again and again would cost it more than many a log. */
    private void waitForRest() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        double before = Usage.processor(process.pid());
        for (int pause = 0; pause < MOST_PAUSES && process.isAlive(); pause++) {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            double now = Usage.processor(process.pid());
            if (now - before < BUSY) {
                return;
            }
            before = now;
        }
    }

    /** Waits until all jails have read all that is in the log, and counted so many failures together; what it took. */
    Usage awaitAll(long jails, long failures) throws IOException, InterruptedException {
        await(
                Duration.ofHours(2),
                status -> status.jails == jails && status.lag == 0 && status.lines > 0 && status.failed >= failures);
        return usage();
    }

    Status status() throws IOException {
        String answer = ask();
        return new Status(
                count(answer, "filter"),
                sum(answer, "totalFailed"),
                sum(answer, "currentlyFailed"),
                sum(answer, "currentlyBanned"),
                sum(answer, "lagBytes"),
                sum(answer, "trackedAddresses\": \\d+,\\s*\"linesRead"));
    }

    private String ask() throws IOException {
        Path socket = folder.resolve("data/control");
        if (!Files.exists(socket)) {
            return "";
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap("/\0status\0--json\0".getBytes(StandardCharsets.UTF_8)));
            channel.shutdownOutput();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try (InputStream stream = Channels.newInputStream(channel)) {
                stream.transferTo(answer);
            }
            // Each line begins with a letter that says where it belongs.
            return answer.toString(StandardCharsets.UTF_8).replace("\no", "\n");
        } catch (IOException notYet) {
            if (process.isAlive()) {
                return "";
            }
            throw notYet;
        }
    }

    private static long sum(String answer, String key) {
        long sum = 0;
        Matcher number = Pattern.compile("\"" + key + "\": (\\d+)").matcher(answer);
        while (number.find()) {
            sum += Long.parseLong(number.group(1));
        }
        return sum;
    }

    private static long count(String answer, String key) {
        return Pattern.compile("\"" + key + "\": ").matcher(answer).results().count();
    }

    private String lastSaid() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("said"), StandardCharsets.ISO_8859_1);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    /** Ends it, and takes its files away. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            run("rm", "-rf", folder.toString());
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}
