// SPDX-License-Identifier: Apache-2.0
package measure;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongUnaryOperator;

/** Lines of an {@code auth.log}, drawn by chance, in a text that grows until it is taken away. */
final class AuthLines {
    /** A date as syslog writes it, with a blank behind it. */
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss ", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final String[] HOSTS = {"web01", "web02", "mail01", "db01"};
    private static final String[] USERS = {
        "root", "admin", "test", "oracle", "ubuntu", "git", "postgres", "alice", "bob", "deploy"
    };
    /** As the kernel's are. */
    private static final int MOST_PROCESSES = 4_194_304;

    private final LongUnaryOperator times;
    private final Random chance;
    private final Attackers attackers = new Attackers();
    private final StringBuilder text = new StringBuilder(1 << 16);
    private String date = "";
    private long second = Long.MIN_VALUE;
    private int process = 1000;
    private long count;
    private long failures;

    /**
     * @param times of each line, by how many come before it, in milliseconds since 1970
     */
    AuthLines(LongUnaryOperator times, Random chance) {
        this.times = times;
        this.chance = chance;
    }

    /** How many there were. */
    long count() {
        return count;
    }

    /** How many of them are failures. */
    long failures() {
        return failures;
    }

    int length() {
        return text.length();
    }

    /** What has grown since it was taken last. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    /** One to three lines of whatever happens. */
    void something() {
        if (chance.nextInt(10) > 0) {
            next(3);
            innocent(chance.nextInt(8));
        } else {
            next(20);
            visit(chance.nextInt(10), host(), 1024 + chance.nextInt(64000));
        }
    }

    /** A line that is a failure. */
    void failure() {
        next(20);
        String address = attackers.next(chance);
        int port = 1024 + chance.nextInt(64000);
        say(host(), "sshd", "Failed password for invalid user ", user(), " from ", address, " port ", port, " ssh2");
        failures++;
    }

    private void innocent(int kind) {
        String host = host();
        switch (kind) {
            case 0 -> say(host, "CRON", "pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)");
            case 1 -> say(host, "CRON", "pam_unix(cron:session): session closed for user root");
            case 2 -> say(host, "systemd-logind", "New session ", process, " of user ", user(), ".");
            case 3 ->
                say(host, "sudo", "  deploy : TTY=pts/0 ; PWD=/srv/app ; USER=root ; COMMAND=/usr/bin/app ", process);
            case 4 ->
                say(host, "sudo", "pam_unix(sudo:session): session opened for user root(uid=0) by deploy(uid=1000)");
            case 5 -> say(host, "systemd-logind", "Session ", process, " logged out. Waiting for processes to exit.");
            case 6 ->
                say(host, "su", "pam_unix(su-l:session): session opened for user postgres(uid=113) by root(uid=0)");
            default -> say(host, "systemd", "pam_unix(systemd-user:session): session closed for user ", user());
        }
    }

    private void visit(int kind, String host, int port) {
        String user = user();
        if (kind < 5) {
            String address = attackers.next(chance);
            say(host, "sshd", "Failed password for root from ", address, " port ", port, " ssh2");
            say(host, "sshd", "Connection closed by authenticating user root ", address, " port ", port, " [preauth]");
            failures++;
        } else if (kind < 9) {
            String address = attackers.next(chance);
            say(host, "sshd", "Invalid user ", user, " from ", address, " port ", port);
            say(host, "sshd", "Failed password for invalid user ", user, " from ", address, " port ", port, " ssh2");
            say(host, "sshd", "Connection closed by invalid user ", user, " ", address, " port ", port, " [preauth]");
            failures += 2;
        } else {
            String address = "192.0.2." + (1 + chance.nextInt(4));
            say(
                    host,
                    "sshd",
                    "Accepted publickey for ",
                    user,
                    " from ",
                    address,
                    " port ",
                    port,
                    " ssh2: ED25519 SHA256:x");
            say(host, "sshd", "pam_unix(sshd:session): session opened for user ", user, "(uid=1000) by (uid=0)");
        }
    }

    private void say(String host, String program, Object... message) {
        long time = times.applyAsLong(count) / 1000;
        if (time != second) {
            second = time;
            date = DATE.format(Instant.ofEpochSecond(time));
        }
        count++;
        text.append(date)
                .append(host)
                .append(' ')
                .append(program)
                .append('[')
                .append(process)
                .append("]: ");
        for (Object part : message) {
            text.append(part);
        }
        text.append('\n');
    }

    /** Processes have been started meanwhile. */
    private void next(int most) {
        process = (process + chance.nextInt(most)) % MOST_PROCESSES + 1;
    }

    private String host() {
        return HOSTS[chance.nextInt(HOSTS.length)];
    }

    private String user() {
        return USERS[chance.nextInt(USERS.length)];
    }
}
