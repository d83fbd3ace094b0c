// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of each measurement that has no peers. */
final class Sections {
    /** What is less is not worth a row. */
    private static final double LEAST_SHARE = 0.005;

    private Sections() {}

    static String machine(Table table) {
        return table.rows().stream()
                .map(row -> "- " + row.get("what") + ": " + row.get("is") + "\n")
                .collect(Collectors.joining());
    }

    static String verdicts(Table table) {
        return "of " + Markdown.number(table.median("lines")) + " lines both say of the same "
                + Markdown.number(table.median("matched"))
                + " that they are failures, with the same addresses and times, and of"
                + " the same " + Markdown.number(table.median("ignored")) + " that they only tell of a session.\n";
    }

    static String filters(Table table) {
        double one = table.where("jails", 1).slope("processor", "lines");
        List<List<String>> rows = new ArrayList<>();
        for (long jails : table.sizes("jails")) {
            Table mine = table.where("jails", jails);
            double slope = mine.slope("processor", "lines");
            rows.add(List.of(
                    Markdown.number(jails),
                    Markdown.number(
                            mine.where("lines", table.sizes("lines").get(1)).median("processor"), 2),
                    Markdown.number(slope * 1e9),
                    Markdown.number(slope / one, 2)));
        }
        return Markdown.table(List.of("jails", "processor s", "ns for one more line", "x one jail's"), rows);
    }

    static String longLines(Table table) {
        List<List<String>> rows = new ArrayList<>();
        for (String of : table.distinct("of")) {
            Table mine = table.where("of", of);
            double slope = mine.slope("processor", "lines");
            double length = mine.slope("bytes", "lines");
            rows.add(List.of(of, Markdown.number(slope * 1e6), Markdown.number(length / slope / 1e6)));
        }
        return Markdown.table(List.of("of", "µs of a processor a line", "MB a processor second"), rows);
    }

    static String backlog(Table table) {
        return Markdown.table(
                List.of(
                        "GB",
                        "lines",
                        "wall s",
                        "processor s",
                        "lines a processor second",
                        "resident MB",
                        "highest MB"),
                List.of(List.of(
                        Markdown.number(table.median("bytes") / 1e9, 2),
                        Markdown.number(table.median("lines")),
                        Markdown.number(table.median("wall"), 1),
                        Markdown.number(table.median("processor"), 1),
                        Markdown.number(table.median("lines") / table.median("processor")),
                        Markdown.number(table.median("resident")),
                        Markdown.number(table.median("highest")))));
    }

    static String load(Table table, Drawings drawings) throws IOException {
        List<Curves.Point> resident = table.rows().stream()
                .map(row -> new Curves.Point(
                        Double.parseDouble(row.get("seconds")), Double.parseDouble(row.get("resident"))))
                .toList();
        drawings.add(
                "load",
                new Curves("Resident memory under load, MB", "seconds", false).of(Map.of("resident", resident)));
        double seconds = table.most("seconds") - table.least("seconds");
        return Markdown.table(
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
                        Markdown.number(seconds / 60, 1),
                        Markdown.number((table.most("lines") - table.least("lines")) / seconds),
                        Markdown.number(100 * (table.most("processor") - table.least("processor")) / seconds, 1) + " %",
                        Markdown.number(table.most("failed")),
                        Markdown.number(table.most("banned")),
                        Markdown.number(resident.get(0).y()),
                        Markdown.number(table.most("resident")),
                        Markdown.number(resident.get(resident.size() - 1).y()))));
    }

    static String idle(Table table) {
        double seconds = table.median("seconds");
        return "Afterwards, while nothing happens: " + Markdown.number(1000 * table.median("processor") / seconds, 1)
                + " ms of a processor in each second, " + Markdown.number(table.median("sleeps") / seconds, 1)
                + " wake-ups a second, " + Markdown.number(table.median("resident")) + " MB resident.\n";
    }

    static String threads(Table table) {
        double all = table.numbers("processor").mapToDouble(Double::doubleValue).sum();
        List<List<String>> rows = table.rows().stream()
                .filter(row -> Double.parseDouble(row.get("processor")) / all >= LEAST_SHARE)
                .map(row -> List.of(
                        row.get("thread"),
                        row.get("processor"),
                        Markdown.number(100 * Double.parseDouble(row.get("processor")) / all, 1),
                        Markdown.number(1e9 * Double.parseDouble(row.get("processor")) / table.median("lines"))))
                .toList();
        return Markdown.table(List.of("thread", "processor s", "%", "ns a line"), rows);
    }

    static String code(Table table) {
        double all = table.numbers("samples").mapToDouble(Double::doubleValue).sum();
        List<List<String>> rows = table.rows().stream()
                .filter(row -> Double.parseDouble(row.get("samples")) / all >= LEAST_SHARE)
                .map(row -> List.of(
                        row.get("package"),
                        row.get("thread"),
                        Markdown.number(100 * Double.parseDouble(row.get("samples")) / all, 1)))
                .toList();
        return Markdown.table(List.of("package", "thread", "% of the samples"), rows);
    }
}
