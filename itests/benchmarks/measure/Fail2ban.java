// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fail2ban-server of its own, with its socket, files and database in a folder of its own. It bans nobody. */
final class Fail2ban implements AutoCloseable {
    private static final Pattern TOTAL = Pattern.compile("Total failed:\\s+(\\d+)");
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Path folder;
    private final Process process;
    private final long start = System.nanoTime();

    /**
     * Starts it.
     *
     * @param jails the text of {@code jail.conf}
     */
    Fail2ban(Path workshop, String jails) throws IOException {
        folder = Files.createTempDirectory(workshop, "fail2ban");
        Files.createSymbolicLink(folder.resolve("filter.d"), Path.of("/etc/fail2ban/filter.d"));
        Files.createDirectory(folder.resolve("action.d"));
        Files.writeString(folder.resolve("jail.conf"), jails);
        Files.writeString(
                folder.resolve("fail2ban.conf"),
                "[Definition]\nloglevel = INFO\nlogtarget = " + folder.resolve("log")
                        + "\nsyslogsocket = auto\nsocket = " + socket()
                        + "\npidfile = " + folder.resolve("pid") + "\ndbfile = " + folder.resolve("bans.sqlite3")
                        + "\ndbpurgeage = 1d\ndbmaxmatches = 10\n");
        process = new ProcessBuilder(
                        "fail2ban-server",
                        "-c",
                        folder.toString(),
                        "-s",
                        socket(),
                        "-p",
                        folder.resolve("pid").toString(),
                        "-f",
                        "start")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private String socket() {
        return folder.resolve("socket").toString();
    }

    /** Waits until it has counted so many failures; what it took. */
    Usage await(long failures, Duration patience) throws IOException, InterruptedException {
        while (totalFailed() < failures) {
            if (!process.isAlive() || System.nanoTime() - start > patience.toNanos()) {
                throw new IllegalStateException("fail2ban-server does not get there: it counts " + totalFailed()
                        + " of " + failures + ", and said\n" + Files.readString(folder.resolve("said")));
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
        return new Usage((System.nanoTime() - start) / 1e9, Usage.processor(process.pid()));
    }

    private long totalFailed() throws IOException {
        Process client = new ProcessBuilder(List.of("fail2ban-client", "-s", socket(), "status", "sshd"))
                .redirectErrorStream(true)
                .start();
        Matcher total = TOTAL.matcher(new String(client.getInputStream().readAllBytes()));
        return total.find() ? Long.parseLong(total.group(1)) : 0;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
