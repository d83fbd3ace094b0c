// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongUnaryOperator;

/**
 * Writes an {@code auth.log} as a host has it that is attacked: 79 % of the lines are of cron, sudo, su and systemd, 21 %
 * of sshd, and 11 % of all are failures. The same seed makes the same lines, but for their dates, which end now.
 *
 * <p>Nine times of ten comes a line that does not concern sshd, of eight kinds, all as frequent. Else somebody comes by ssh:
 *
 * <ul>
 *   <li>5 of 10 fail as root: {@code Failed password}, {@code Connection closed by authenticating user}: one failure
 *   <li>4 of 10 fail as a user that does not exist: {@code Invalid user}, {@code Failed password for invalid user}, {@code
 *       Connection closed by invalid user}: two failures
 *   <li>1 of 10 gets in: {@code Accepted publickey}, {@code session opened}
 * </ul>
 *
 * <p>256 attackers are at it at a time, an eighth of them with an IPv6 address. Each comes 1 to 80 times and gives its
 * place to another. Process ids grow as the kernel's do, ports and users are drawn. Four hosts write into the log. It
 * covers twelve hours.
 *
 * <p>With {@code attack} in the place of {@code mixed}, every line is a failure of the second kind. Its last line is a
 * failure always: who has counted all has read all.
 */
public final class MixedLog {
    static final Duration SPAN = Duration.ofHours(12);

    private static final String[] HOSTS = {"web01", "web02", "mail01", "db01"};
    private static final String[] USERS = {
        "root", "admin", "test", "oracle", "ubuntu", "git", "postgres", "alice", "bob", "deploy"
    };
    private static final int ATTACKERS = 256;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss ", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final OutputStream out;
    private final LongUnaryOperator times;
    private final Random chance;
    private final int[] attacker = new int[ATTACKERS];
    private final int[] visits = new int[ATTACKERS];
    private final StringBuilder text = new StringBuilder(1 << 16);
    private String date = "";
    private long second = Long.MIN_VALUE;
    private int nextAttacker;
    private int process = 1000;
    private long written;
    private long failures;
    private long bytes;

    /**
     * What was written.
     *
     * @param failures how many of the lines fail2ban's filter sshd finds guilty
     */
    public record Written(Path file, long lines, long failures, long bytes) {}

    /**
     * @param times of each line, by how many come before it, in milliseconds since 1970
     */
    private MixedLog(OutputStream out, long seed, LongUnaryOperator times) {
        this.out = out;
        this.times = times;
        this.chance = new Random(seed);
    }

    private static LongUnaryOperator evenly(long lines, Instant end) {
        long begin = end.minus(SPAN).toEpochMilli();
        return line -> begin + (long) ((double) SPAN.toMillis() * line / lines);
    }

    /** Writes to standard output. The arguments: mixed or attack, how many lines, and perhaps a seed. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("mixed or attack, then how many lines, and perhaps a seed");
        }
        long lines = Long.parseLong(arguments[1]);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        new MixedLog(System.out, seed, evenly(lines, Instant.now())).write(arguments[0], lines);
    }

    /** Writes a file with these lines, of which the last is of a minute ago. */
    static Written write(Path file, String kind, long lines) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            MixedLog log = new MixedLog(out, 1, evenly(lines, Instant.now().minusSeconds(60)));
            log.write(kind, lines);
            return new Written(file, log.written, log.failures, log.bytes);
        }
    }

    /** A mixed log that is written as it happens; see {@link #happen}. */
    static MixedLog live(OutputStream out) {
        return new MixedLog(out, 1, line -> System.currentTimeMillis());
    }

    /** So many lines happen now, or two more; how many there were in all. */
    long happen(int lines) throws IOException {
        long until = written + lines;
        while (written < until) {
            something();
        }
        flush(0);
        return written;
    }

    private void something() {
        if (chance.nextInt(10) > 0) {
            innocent();
        } else {
            visit(chance.nextInt(10));
        }
    }

    private void write(String kind, long lines) throws IOException {
        boolean mixed = kind.equals("mixed");
        while (written < lines - 3) {
            if (mixed) {
                something();
            } else {
                failAsUnknown();
            }
            flush(1 << 15);
        }
        while (written < lines) {
            failAsUnknown();
        }
        flush(0);
        out.flush();
    }

    private void flush(int least) throws IOException {
        if (text.length() > least) {
            byte[] encoded = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            bytes += encoded.length;
            out.write(encoded);
            text.setLength(0);
        }
    }

    private void innocent() {
        process += chance.nextInt(3);
        switch (chance.nextInt(8)) {
            case 0 -> line("CRON").append("pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)");
            case 1 -> line("CRON").append("pam_unix(cron:session): session closed for user root");
            case 2 ->
                line("systemd-logind")
                        .append("New session ")
                        .append(process)
                        .append(" of user ")
                        .append(user())
                        .append('.');
            case 3 ->
                line("sudo")
                        .append(
                                "  deploy : TTY=pts/0 ; PWD=/srv/app ; USER=root ; COMMAND=/usr/bin/systemctl restart app-")
                        .append(chance.nextInt(30))
                        .append(".service");
            case 4 ->
                line("sudo").append("pam_unix(sudo:session): session opened for user root(uid=0) by deploy(uid=1000)");
            case 5 ->
                line("systemd-logind")
                        .append("Session ")
                        .append(process)
                        .append(" logged out. Waiting for processes to exit.");
            case 6 ->
                line("su").append("pam_unix(su-l:session): session opened for user postgres(uid=113) by root(uid=0)");
            default ->
                line("systemd")
                        .append("pam_unix(systemd-user:session): session closed for user ")
                        .append(user());
        }
        text.append('\n');
    }

    private void visit(int kind) {
        process += 1 + chance.nextInt(20);
        String host = HOSTS[chance.nextInt(HOSTS.length)];
        int port = 1024 + chance.nextInt(64000);
        if (kind < 5) {
            String address = address();
            sshd(host)
                    .append("Failed password for root from ")
                    .append(address)
                    .append(" port ")
                    .append(port)
                    .append(" ssh2\n");
            sshd(host)
                    .append("Connection closed by authenticating user root ")
                    .append(address)
                    .append(" port ")
                    .append(port)
                    .append(" [preauth]\n");
            failures++;
        } else if (kind < 9) {
            String address = address();
            String user = user();
            sshd(host)
                    .append("Invalid user ")
                    .append(user)
                    .append(" from ")
                    .append(address)
                    .append(" port ")
                    .append(port)
                    .append('\n');
            sshd(host)
                    .append("Failed password for invalid user ")
                    .append(user)
                    .append(" from ")
                    .append(address)
                    .append(" port ")
                    .append(port)
                    .append(" ssh2\n");
            sshd(host)
                    .append("Connection closed by invalid user ")
                    .append(user)
                    .append(' ')
                    .append(address)
                    .append(" port ")
                    .append(port)
                    .append(" [preauth]\n");
            failures += 2;
        } else {
            sshd(host)
                    .append("Accepted publickey for deploy from 192.0.2.")
                    .append(1 + chance.nextInt(4))
                    .append(" port ")
                    .append(port)
                    .append(" ssh2: ED25519 SHA256:abcdefghijklmnop\n");
            sshd(host).append("pam_unix(sshd:session): session opened for user deploy(uid=1000) by (uid=0)\n");
        }
    }

    private void failAsUnknown() {
        process += 1 + chance.nextInt(20);
        sshd(HOSTS[chance.nextInt(HOSTS.length)])
                .append("Failed password for invalid user ")
                .append(user())
                .append(" from ")
                .append(address())
                .append(" port ")
                .append(1024 + chance.nextInt(64000))
                .append(" ssh2\n");
        failures++;
    }

    private StringBuilder line(String program) {
        return begin(HOSTS[chance.nextInt(HOSTS.length)])
                .append(program)
                .append('[')
                .append(process % 4_194_304)
                .append("]: ");
    }

    private StringBuilder sshd(String host) {
        return begin(host).append("sshd[").append(process % 4_194_304).append("]: ");
    }

    private StringBuilder begin(String host) {
        long time = times.applyAsLong(written) / 1000;
        if (time != second) {
            second = time;
            date = DATE.format(Instant.ofEpochSecond(time));
        }
        written++;
        return text.append(date).append(host).append(' ');
    }

    private String user() {
        return USERS[chance.nextInt(USERS.length)];
    }

    private String address() {
        int place = chance.nextInt(ATTACKERS);
        if (visits[place] == 0) {
            visits[place] = 1 + chance.nextInt(80);
            attacker[place] = ++nextAttacker;
        }
        visits[place]--;
        return attacker[place] % 8 == 7 ? six(attacker[place]) : four(attacker[place]);
    }

    /** Of a range that no network of the world has (RFC 6598). */
    private static String four(int number) {
        return "100." + (64 + (number >> 16) % 64) + "." + (number >> 8) % 256 + "." + number % 256;
    }

    private static String six(int number) {
        return "2001:db8:" + Integer.toHexString(1 + number % 65535) + ":" + Integer.toHexString(number / 65536 + 1)
                + "::7";
    }
}
