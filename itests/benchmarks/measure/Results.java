// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a measurement found: a table, its rows written as they come and shown as well. Values are parted by tabulators. */
final class Results {
    private final Path file;

    /**
     * Begins a table anew.
     *
     * @param columns their names
     */
    Results(Path folder, String name, String... columns) throws IOException {
        this.file = folder.resolve(name + ".tsv");
        Files.writeString(file, "");
        append(Arrays.asList(columns));
    }

    /** Writes a row: numbers with three places behind the point, or none. */
    void add(Object... values) throws IOException {
        append(Arrays.stream(values).map(Results::text).toList());
    }

    private static String text(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.3f", number) : String.valueOf(value);
    }

    private void append(List<String> values) throws IOException {
        Files.writeString(file, String.join("\t", values) + "\n", StandardOpenOption.APPEND);
        System.out.println(values.stream()
                .map(value -> String.format("%-14s", value))
                .collect(Collectors.joining(" "))
                .strip());
    }
}
