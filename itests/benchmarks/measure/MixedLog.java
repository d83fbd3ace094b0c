// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
 * <p>Who fails is one of the {@link Attackers}. Process ids grow as the kernel's do, ports and users are drawn. Four hosts
 * write into the log. It covers twelve hours.
 *
 * <p>With {@code attack} in the place of {@code mixed}, every line is a failure of the second kind. Its last line is a
 * failure always: who has counted all has read all.
 */
public final class MixedLog {
    private static final Duration SPAN = Duration.ofHours(12);
    private static final int PIECE = 1 << 15;

    private final OutputStream out;
    private final AuthLines lines;
    private long bytes;

    /**
     * What was written.
     *
     * @param failures how many of the lines fail2ban's filter sshd finds guilty
     */
    public record Written(Path file, long lines, long failures, long bytes) {}

    private MixedLog(OutputStream out, long seed, LongUnaryOperator times) {
        this.out = out;
        this.lines = new AuthLines(times, new Random(seed));
    }

    /** Writes to standard output. The arguments: mixed or attack, how many lines, and perhaps a seed. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("mixed or attack, then how many lines, and perhaps a seed");
        }
        long count = Long.parseLong(arguments[1]);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        new MixedLog(System.out, seed, evenly(count, Instant.now())).write(arguments[0], count);
    }

    /** Writes a file with so many lines, of which the last is of a minute ago. */
    static Written write(Path file, String kind, long count) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            MixedLog log = new MixedLog(out, 1, evenly(count, Instant.now().minusSeconds(60)));
            log.write(kind, count);
            return new Written(file, log.lines.count(), log.lines.failures(), log.bytes);
        }
    }

    private static LongUnaryOperator evenly(long count, Instant end) {
        long begin = end.minus(SPAN).toEpochMilli();
        return line -> begin + (long) ((double) SPAN.toMillis() * line / count);
    }

    /** A mixed log that is written as it happens; see {@link #happen}. */
    static MixedLog live(OutputStream out) {
        return new MixedLog(out, 1, line -> System.currentTimeMillis());
    }

    /** So many lines happen now, or two more; how many there were in all. */
    long happen(int count) throws IOException {
        long until = lines.count() + count;
        while (lines.count() < until) {
            lines.something();
        }
        flush();
        return lines.count();
    }

    private void write(String kind, long count) throws IOException {
        boolean mixed = kind.equals("mixed");
        while (lines.count() < count - 3) {
            if (mixed) {
                lines.something();
            } else {
                lines.failure();
            }
            if (lines.length() > PIECE) {
                flush();
            }
        }
        while (lines.count() < count) {
            lines.failure();
        }
        flush();
        out.flush();
    }

    private void flush() throws IOException {
        byte[] encoded = lines.take().getBytes(StandardCharsets.ISO_8859_1);
        bytes += encoded.length;
        out.write(encoded);
    }
}
