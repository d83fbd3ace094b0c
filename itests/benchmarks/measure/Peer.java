// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who reads a log: Bailiff, its peers, and programs that show what the limit is. */
enum Peer {
    BAILIFF("bailiff", "Bailiff, daemon, jail sshd", Kind.FILTER) {
        @Override
        Measured read(MixedLog.Written log, Path workshop) throws IOException, InterruptedException {
            try (Daemon daemon = new Daemon(workshop, Jails.of(log, "action = log", List.of("sshd")))) {
                Usage usage = daemon.awaitAll(1, log.failures());
                return new Measured(usage, daemon.status().failed());
            }
        }
    },
    BAILIFF_TEST("bailiff-test", "Bailiff, bailiff test --count", Kind.FILTER) {
        @Override
        Measured read(MixedLog.Written log, Path workshop) throws IOException, InterruptedException {
            return matched(tool(
                    log,
                    Tool.END,
                    workshop.resolve("bailiff/bin/bailiff").toString(),
                    "test",
                    "--count",
                    "--filters",
                    FILTERS,
                    log.file().toString(),
                    "sshd"));
        }
    },
    FAIL2BAN("fail2ban", "fail2ban-server, jail sshd, polling", Kind.SLOW) {
        @Override
        Measured read(MixedLog.Written log, Path workshop) throws IOException, InterruptedException {
            try (Fail2ban server =
                    new Fail2ban(workshop, Jails.of(log, "backend = polling\naction =", List.of("sshd")))) {
                return new Measured(server.await(log.failures(), Duration.ofHours(1)), log.failures());
            }
        }
    },
    FAIL2BAN_REGEX("fail2ban-regex", "fail2ban-regex", Kind.SLOW) {
        @Override
        Measured read(MixedLog.Written log, Path workshop) throws IOException, InterruptedException {
            return matched(tool(
                    log,
                    Tool.END,
                    "fail2ban-regex",
                    "--print-no-missed",
                    "--print-no-ignored",
                    log.file().toString(),
                    FILTERS + "/sshd.conf"));
        }
    },
    SSHGUARD("sshguard", "sshg-parser", Kind.OTHER_RULES) {
        @Override
        Measured read(MixedLog.Written log, Path workshop) throws IOException, InterruptedException {
            Tool.Run run = tool(log, Tool.LINES, "/usr/libexec/sshguard/sshg-parser");
            return new Measured(run.usage(), Long.parseLong(run.end().strip()));
        }
    },
    CAT("cat", "cat: reads it", Kind.LIMIT) {
        @Override
        Measured read(MixedLog.Written log, Path workshop) throws IOException, InterruptedException {
            return new Measured(
                    tool(log, Tool.END, "cat", log.file().toString()).usage(), 0);
        }
    },
    WC("wc", "wc -l: finds the line ends", Kind.LIMIT) {
        @Override
        Measured read(MixedLog.Written log, Path workshop) throws IOException, InterruptedException {
            return new Measured(
                    tool(log, Tool.END, "wc", "-l", log.file().toString()).usage(), 0);
        }
    },
    GREP("grep", "grep -c sshd: finds one word", Kind.LIMIT) {
        @Override
        Measured read(MixedLog.Written log, Path workshop) throws IOException, InterruptedException {
            return new Measured(
                    tool(log, Tool.END, "grep", "-c", "sshd", log.file().toString())
                            .usage(),
                    0);
        }
    },
    RIPGREP("rg", "ripgrep -c sshd, one thread", Kind.LIMIT) {
        @Override
        Measured read(MixedLog.Written log, Path workshop) throws IOException, InterruptedException {
            return new Measured(
                    tool(log, Tool.END, "rg", "-j1", "-c", "sshd", log.file().toString())
                            .usage(),
                    0);
        }
    };

    static final String FILTERS = "/etc/fail2ban/filter.d";

    private static final Pattern MATCHED = Pattern.compile("Lines: \\d+ lines, \\d+ ignored, (\\d+) matched");

    private final String key;
    private final String shown;
    private final Kind kind;

    Peer(String key, String shown, Kind kind) {
        this.key = key;
        this.shown = shown;
        this.kind = kind;
    }

    /** What is to be expected of it. */
    enum Kind {
        /** It must find what the log was made to hold. */
        FILTER,
        /** The same, and a long log takes it too long to wait for. */
        SLOW,
        /** It finds what it is made to find. */
        OTHER_RULES,
        /** It finds nothing; it shows what reading costs at least. */
        LIMIT
    }

    /**
     * What came of it.
     *
     * @param failures that it found; 0 of who looks for none
     */
    record Measured(Usage usage, long failures) {}

    static Peer of(String key) {
        return Arrays.stream(values())
                .filter(peer -> peer.key.equals(key))
                .findFirst()
                .orElseThrow();
    }

    String key() {
        return key;
    }

    /** For people. */
    String shown() {
        return shown;
    }

    Kind kind() {
        return kind;
    }

    boolean isThere() {
        return this != RIPGREP || Tool.isThere("rg");
    }

    /**
     * Reads the log once.
     *
     * @throws IllegalStateException if it does not find what it should
     */
    Measured measure(MixedLog.Written log, Path workshop) throws IOException, InterruptedException {
        Measured measured = read(log, workshop);
        if ((kind == Kind.FILTER || kind == Kind.SLOW) && measured.failures() != log.failures()) {
            throw new IllegalStateException(key + " finds " + measured.failures() + " failures, not " + log.failures());
        }
        return measured;
    }

    abstract Measured read(MixedLog.Written log, Path workshop) throws IOException, InterruptedException;

    private static Tool.Run tool(MixedLog.Written log, String sink, String... command)
            throws IOException, InterruptedException {
        return new Tool(List.of(command), log.file(), sink).run();
    }

    private static Measured matched(Tool.Run run) {
        // fail2ban-regex says behind it how long it took.
        Matcher line = MATCHED.matcher(run.end());
        if (!line.find()) {
            throw new IllegalStateException("no count of lines, but: " + run.end());
        }
        return new Measured(run.usage(), Long.parseLong(line.group(1)));
    }
}
