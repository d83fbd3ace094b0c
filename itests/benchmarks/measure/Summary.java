// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        double ours = rate(table.get(), Peer.BAILIFF);
        rows.add(List.of("mixed log, lines a processor second, all in all", "7,500,000", Markdown.number(ours)));
        rows.add(List.of(
                "that is, times fail2ban-regex's", "200", times(ours / rate(table.get(), Peer.FAIL2BAN_REGEX))));
        rows.add(List.of("times fail2ban-server's", "200", times(ours / rate(table.get(), Peer.FAIL2BAN))));
        rows.add(List.of("times SSHGuard's parser's", "16", times(ours / rate(table.get(), Peer.SSHGUARD))));
    }

    /** On the largest log that this peer has read. */
    private static double rate(Table table, Peer peer) {
        Table mine = table.where("peer", peer.key());
        List<Long> sizes = mine.sizes("lines");
        if (sizes.isEmpty()) {
            throw new IllegalStateException("nothing of " + peer.key());
        }
        long most = sizes.get(sizes.size() - 1);
        return most / mine.where("lines", most).median("processor");
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
