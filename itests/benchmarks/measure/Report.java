// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes of the results what {@code README.md} shows between its markers, and the drawings. What was not measured stays as
 * it is. The arguments: where the results are, the README, and where drawings go.
 */
public final class Report {
    private final Path results;
    private final Path drawings;
    private String readme;

    private Report(Path results, Path readme, Path drawings) throws IOException {
        this.results = results;
        this.drawings = drawings;
        this.readme = Files.readString(readme);
    }

    public static void main(String[] arguments) throws IOException {
        Path readme = Path.of(arguments[1]);
        Report report = new Report(Path.of(arguments[0]), readme, Files.createDirectories(Path.of(arguments[2])));
        report.write();
        Files.writeString(readme, report.readme);
    }

    private void write() throws IOException {
        put(
                "machine",
                table -> plain(
                        List.of("", ""),
                        table.rows().stream()
                                .map(row -> List.of(row.get("what"), row.get("is")))
                                .toList()));
        put(
                "verdicts",
                table -> "Of " + number(table.median("lines")) + " lines both say of the same "
                        + number(table.median("matched"))
                        + " that they are failures, with the same addresses and times, and of the same "
                        + number(table.median("ignored"))
                        + " that they only tell of a session.\n");
        put("matching", table -> peers(table, "matching", "Lines per second of one processor, mixed log"));
        put("attack", table -> peers(table, "attack", "Lines per second of one processor, every line an attack"));
        put("filters", this::filters);
        put("long", this::longLines);
        put("backlog", this::backlog);
        put("load", this::load);
        put(
                "idle",
                table -> "In the minute after it: " + milliseconds(table.median("processor") / table.median("seconds"))
                        + " of a processor in each second, "
                        + String.format(Locale.ROOT, "%.1f", table.median("sleeps") / table.median("seconds"))
                        + " wake-ups a second, " + String.format(Locale.ROOT, "%.0f", table.median("resident"))
                        + " MB resident.\n");
        for (String name : List.of(
                "memory",
                "latency",
                "scale",
                "rate",
                "start",
                "restart",
                "packets",
                "commands",
                "beans",
                "hostile-lines")) {
            putSaid(name);
        }
    }

    /** What is made of a table. */
    private interface Maker {
        String make(Table table) throws IOException;
    }

    private void put(String name, Maker maker) throws IOException {
        Optional<Table> table = Table.read(results, name);
        if (table.isPresent() && !table.get().rows().isEmpty()) {
            between(name, maker.make(table.get()));
        }
    }

    /** What a script said is shown as it is. */
    private void putSaid(String name) throws IOException {
        Path said = results.resolve(name + ".txt");
        if (Files.exists(said)) {
            between(name, "```\n" + Files.readString(said).stripTrailing() + "\n```\n");
        }
    }

    private void between(String name, String text) throws IOException {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        int from = readme.indexOf(begin);
        int to = readme.indexOf(end);
        if (from < 0 || to < 0) {
            throw new IOException("the README has no place for " + name);
        }
        readme = readme.substring(0, from + begin.length()) + text + readme.substring(to);
    }

    private String peers(Table table, String name, String title) throws IOException {
        List<Peer> peers =
                new ArrayList<>(table.distinct("peer").stream().map(Peer::of).toList());
        peers.sort(Comparator.comparingInt(Peer::ordinal));
        double ours = table.where("peer", Peer.BAILIFF.key()).slope("processor", "lines");
        Map<String, Double> bars = new LinkedHashMap<>();
        Map<String, List<Curves.Point>> curves = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (Peer peer : peers) {
            Table mine = table.where("peer", peer.key());
            long most = mine.sizes("lines").get(mine.sizes("lines").size() - 1);
            Table largest = mine.where("lines", most);
            double processor = largest.median("processor");
            double slope = mine.slope("processor", "lines");
            rows.add(List.of(
                    peer.shown(),
                    number(most),
                    String.format(Locale.ROOT, "%.2f", processor),
                    String.format(Locale.ROOT, "%.2f", largest.median("wall")),
                    spread(largest),
                    number(most / processor),
                    String.format(Locale.ROOT, "%,.0f", slope * 1e9),
                    String.format(Locale.ROOT, slope / ours >= 10 ? "%.0f" : "%.2f", slope / ours),
                    largest.distinct("failures").equals(List.of("0")) ? "" : number(largest.median("failures"))));
            bars.put(peer.shown(), 1 / slope);
            curves.put(
                    peer.key(),
                    mine.sizes("lines").stream()
                            .map(size -> new Curves.Point(
                                    size, mine.where("lines", size).median("processor")))
                            .toList());
        }
        curves.keySet().removeIf(key -> Peer.of(key).kind() == Peer.Kind.LIMIT);
        draw(name, Bars.of(title + " (start taken off)", bars, "daemon"));
        draw(name + "-sizes", new Curves("Seconds of processors for so many lines", "lines", true).of(curves));
        return plain(
                List.of(
                        "",
                        "lines",
                        "processor s",
                        "wall s",
                        "spread",
                        "lines a processor second",
                        "ns for one more line",
                        "x the daemon's",
                        "found"),
                rows);
    }

    /** How far the rounds lie apart. */
    private static String spread(Table rounds) {
        return String.format(
                Locale.ROOT,
                "±%.0f %%",
                50 * (rounds.most("processor") - rounds.least("processor")) / rounds.median("processor"));
    }

    private String filters(Table table) throws IOException {
        double one = table.where("jails", 1).slope("processor", "lines");
        List<List<String>> rows = new ArrayList<>();
        for (long jails : table.sizes("jails")) {
            Table mine = table.where("jails", jails);
            double slope = mine.slope("processor", "lines");
            rows.add(List.of(
                    number(jails),
                    String.format(
                            Locale.ROOT,
                            "%.2f",
                            mine.where("lines", table.sizes("lines").get(1)).median("processor")),
                    String.format(Locale.ROOT, "%,.0f", slope * 1e9),
                    String.format(Locale.ROOT, "%.2f", slope / one)));
        }
        return plain(List.of("jails", "processor s", "ns for one more line", "x one jail's"), rows);
    }

    private String longLines(Table table) {
        List<List<String>> rows = new ArrayList<>();
        for (String of : table.distinct("of")) {
            Table mine = table.where("of", of);
            double slope = mine.slope("processor", "lines");
            double length = mine.slope("bytes", "lines");
            rows.add(List.of(
                    of,
                    String.format(Locale.ROOT, "%.0f", slope * 1e6),
                    String.format(Locale.ROOT, "%,.0f", length / slope / 1e6)));
        }
        return plain(List.of("of", "µs of a processor a line", "MB a processor second"), rows);
    }

    private String backlog(Table table) {
        return plain(
                List.of(
                        "GB",
                        "lines",
                        "wall s",
                        "processor s",
                        "lines a processor second",
                        "resident MB",
                        "highest MB"),
                List.of(List.of(
                        String.format(Locale.ROOT, "%.2f", table.median("bytes") / 1e9),
                        number(table.median("lines")),
                        String.format(Locale.ROOT, "%.1f", table.median("wall")),
                        String.format(Locale.ROOT, "%.1f", table.median("processor")),
                        number(table.median("lines") / table.median("processor")),
                        String.format(Locale.ROOT, "%.0f", table.median("resident")),
                        String.format(Locale.ROOT, "%.0f", table.median("highest")))));
    }

    private String load(Table table) throws IOException {
        Map<String, List<Curves.Point>> curves = new TreeMap<>();
        curves.put(
                "resident MB",
                table.rows().stream()
                        .map(row -> new Curves.Point(
                                Double.parseDouble(row.get("seconds")), Double.parseDouble(row.get("resident"))))
                        .toList());
        draw("load", new Curves("Resident memory under load, MB", "seconds", false).of(curves));
        double seconds = table.most("seconds");
        return plain(
                List.of(
                        "minutes",
                        "lines a second",
                        "processor",
                        "failures",
                        "banned at a time",
                        "resident MB: at first",
                        "at most",
                        "at last"),
                List.of(List.of(
                        String.format(Locale.ROOT, "%.1f", seconds / 60),
                        number(table.most("lines") / seconds),
                        String.format(Locale.ROOT, "%.1f %%", 100 * table.most("processor") / seconds),
                        number(table.most("failed")),
                        number(table.most("banned")),
                        String.format(
                                Locale.ROOT,
                                "%.0f",
                                table.numbers("resident").findFirst().orElseThrow()),
                        String.format(Locale.ROOT, "%.0f", table.most("resident")),
                        String.format(
                                Locale.ROOT,
                                "%.0f",
                                table.numbers("resident")
                                        .reduce((before, last) -> last)
                                        .orElseThrow()))));
    }

    private void draw(String name, String svg) throws IOException {
        Files.writeString(drawings.resolve(name + ".svg"), svg);
    }

    private static String plain(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("| " + String.join(" | ", head) + " |\n|");
        table.append(" --- |").append(" ---: |".repeat(head.size() - 1)).append('\n');
        rows.forEach(row -> table.append("| ").append(String.join(" | ", row)).append(" |\n"));
        return table.toString();
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f ms", seconds * 1000);
    }
}
