// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was aimed at, and what came of it, as far as it was measured. */
final class Summary {
    private final Path results;
    private final List<List<String>> rows = new ArrayList<>();

    private Summary(Path results) {
        this.results = results;
    }

    /** The table; empty if nothing of it was measured. */
    static Optional<String> of(Path results) throws IOException {
        Summary summary = new Summary(results);
        summary.matching();
        summary.filters();
        summary.latency();
        summary.rate();
        summary.restart();
        summary.backlog();
        return summary.rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Markdown.table(List.of("", "aimed at", "here"), summary.rows));
    }

    private void matching() throws IOException {
        Optional<Table> table = Table.read(results, "matching");
        if (table.isEmpty()) {
            return;
        }
        double trial = onceMore(table.get(), Peer.BAILIFF_TEST);
        double daemon = onceMore(table.get(), Peer.BAILIFF);
        rows.add(List.of("one more line of the mixed log, `test --count`, lines a processor second", "10,000,000",
                Markdown.number(1 / trial)));
        rows.add(List.of("that is, times fail2ban-regex's", "200",
                times(onceMore(table.get(), Peer.FAIL2BAN_REGEX) / trial)));
        rows.add(List.of("times SSHGuard's parser's", "16", times(onceMore(table.get(), Peer.SSHGUARD) / trial)));
        rows.add(List.of("the daemon, times fail2ban-server's", "200",
                times(onceMore(table.get(), Peer.FAIL2BAN) / daemon)));
    }

    /** Seconds that one more line takes. */
    private static double onceMore(Table table, Peer peer) {
        return table.where("peer", peer.key()).slope("processor", "lines");
    }

    private void latency() throws IOException {
        way("from the line to the kernel's list", "idle", "0.3", "1");
        way("the same with 20 jails and 20,000 lines a second", "jails", "0.3", "1");
        way("of a daemon that has just started", "fresh", "", "");
        way("SSHGuard's", "sshguard", "", "");
        way("the least that Java can do", "least", "", "");
        way("the least in C: the machine and the kernel", "floor", "", "");
    }

    private void way(String what, String name, String aimedAtP50, String aimedAtP99) throws IOException {
        String line = "(?m)^" + name + " +then .*? ";
        row(what + ", p50 in ms", aimedAtP50, said("latency", line + "p50 +([0-9.]+) ms"), 2);
        row("p99", aimedAtP99, said("latency", line + "p99 +([0-9.]+) ms"), 2);
    }

    private void rate() throws IOException {
        row("bans a second of the jail's thread, 20,000 addresses at once", "50,000",
                said("rate", "(?m)^ *\\d+ ms +\\d+ ms +\\d+ ms +(\\d+)$"), 0);
    }

    private void restart() throws IOException {
        row("a start until 20,000 bans are in force again, s", "1",
                said("restart", "(?m)^\\d +\\d+ ms +(\\d+) ms").stream().map(millis -> millis / 1000).toList(), 1);
    }

    private void row(String what, String aimedAt, List<Double> measured, int decimals) {
        if (!measured.isEmpty()) {
            List<Double> sorted = measured.stream().sorted().toList();
            rows.add(List.of(what, aimedAt, Markdown.number(sorted.get(sorted.size() / 2), decimals)));
        }
    }

    /** The numbers that a script has said; none if it was not run. */
    private List<Double> said(String script, String pattern) throws IOException {
        Path file = results.resolve(script + ".txt");
        return Files.exists(file)
                ? Pattern.compile(pattern).matcher(Files.readString(file)).results()
                        .map(found -> Double.valueOf(found.group(1)))
                        .toList()
                : List.of();
    }

    private void filters() throws IOException {
        Optional<Table> table = Table.read(results, "filters");
        if (table.isPresent()) {
            double one = table.get().where("jails", 1).slope("processor", "lines");
            double twenty = table.get().where("jails", 20).slope("processor", "lines");
            rows.add(List.of("20 filters on one log, times the cost of one", "2", times(twenty / one)));
        }
    }

    private void backlog() throws IOException {
        Optional<Table> table = Table.read(results, "backlog");
        if (table.isPresent() && !table.get().rows().isEmpty()) {
            double gigabytes = table.get().median("bytes") / 1e9;
            rows.add(List.of(
                    "resident MB at most, reading " + Markdown.number(gigabytes, 1) + " GB",
                    "256",
                    Markdown.number(table.get().median("highest"))));
        }
    }

    private static String times(double ratio) {
        return Markdown.number(ratio, ratio >= 20 ? 0 : 1);
    }
}
