// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes of the results what {@code README.md} shows between its markers, and the drawings. What was not measured stays as
 * it is. The arguments: where the results are, the README, and where drawings go.
 */
public final class Report {
    /** Scripts whose words are shown as they are. */
    private static final List<String> SCRIPTS = List.of(
            "memory", "latency", "scale", "rate", "start", "restart", "packets", "commands", "beans", "hostile-lines");

    private final Path results;
    private String readme;

    private Report(Path results, String readme) {
        this.results = results;
        this.readme = readme;
    }

    public static void main(String[] arguments) throws IOException {
        Path readme = Path.of(arguments[1]);
        Report report = new Report(Path.of(arguments[0]), Files.readString(readme));
        report.write(new Drawings(Files.createDirectories(Path.of(arguments[2]))));
        Files.writeString(readme, report.readme);
    }

    private void write(Drawings drawings) throws IOException {
        put("machine", Sections::machine);
        try {
            Summary.of(results).ifPresent(text -> between("summary", text));
        } catch (IllegalStateException brokenOff) {
            // Half of it would mislead.
            System.err.println("summary: " + brokenOff.getMessage());
        }
        put("verdicts", Sections::verdicts);
        put(
                "matching",
                table -> PeerSection.of(table, "matching", "Lines a second of a processor, mixed log", drawings));
        put("attack", table -> PeerSection.of(table, "attack", "Lines a second of a processor, all attacks", drawings));
        put("filters", Sections::filters);
        put("long", Sections::longLines);
        put("backlog", Sections::backlog);
        put("load", table -> Sections.load(table, drawings));
        put("idle", Sections::idle);
        put("threads", Sections::threads);
        put("code", Sections::code);
        for (String script : SCRIPTS) {
            putSaid(script);
        }
    }

    /** What is made of a table. */
    private interface Section {
        String of(Table table) throws IOException;
    }

    private void put(String name, Section section) throws IOException {
        Optional<Table> table = Table.read(results, name);
        if (table.isEmpty() || table.get().rows().isEmpty()) {
            return;
        }
        try {
            between(name, section.of(table.get()));
        } catch (IllegalStateException brokenOff) {
            // The others are as good as they were.
            System.err.println(name + ": " + brokenOff.getMessage());
        }
    }

    private void putSaid(String script) throws IOException {
        Path said = results.resolve(script + ".txt");
        if (Files.exists(said)) {
            between(script, "```\n" + Files.readString(said).stripTrailing() + "\n```\n");
        }
    }

    private void between(String name, String text) {
        String begin = "<!-- " + name + " -->\n";
        int from = readme.indexOf(begin);
        int to = readme.indexOf("<!-- end of " + name + " -->");
        if (from < 0 || to < 0) {
            throw new IllegalStateException("the README has no place for it");
        }
        readme = readme.substring(0, from + begin.length()) + text + readme.substring(to);
    }
}
