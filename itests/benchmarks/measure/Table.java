// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What {@link Results} wrote.
 *
 * @param rows each with its values by the columns' names
 */
record Table(List<Map<String, String>> rows) {
    Table {
        rows = List.copyOf(rows);
    }

    /** The table of this name; empty if it was not measured. */
    static Optional<Table> read(Path results, String name) throws IOException {
        Path file = results.resolve(name + ".tsv");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        String[] columns = lines.get(0).split("\t");
        return Optional.of(new Table(lines.stream()
                .skip(1)
                .map(line -> row(columns, line.split("\t", -1)))
                .toList()));
    }

    private static Map<String, String> row(String[] columns, String[] values) {
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < columns.length; column++) {
            row.put(columns[column], values[column]);
        }
        return row;
    }

    /** The rows of which a column has this value. */
    Table where(String column, Object value) {
        Predicate<Map<String, String>> wanted = row -> row.get(column).equals(String.valueOf(value));
        return new Table(rows.stream().filter(wanted).toList());
    }

    /** A column's different values, in their order. */
    List<String> distinct(String column) {
        return rows.stream().map(row -> row.get(column)).distinct().toList();
    }

    /** A column's different numbers, the smallest first. */
    List<Long> sizes(String column) {
        return distinct(column).stream().map(Long::valueOf).sorted().toList();
    }

    Stream<Double> numbers(String column) {
        return rows.stream().map(row -> Double.valueOf(row.get(column)));
    }

    /** The number in the middle. */
    double median(String column) {
        List<Double> sorted = numbers(column).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least(String column) {
        return numbers(column).min(Double::compare).orElseThrow();
    }

    double most(String column) {
        return numbers(column).max(Double::compare).orElseThrow();
    }

    /** By how much a column's median grows from the two largest sizes, for each more of the size: what started is taken off. */
    double slope(String column, String size) {
        List<Long> sizes = sizes(size);
        if (sizes.size() < 2) {
            throw new IllegalStateException("the measurement was broken off: there is one size only");
        }
        long more = sizes.get(sizes.size() - 1);
        long less = sizes.get(sizes.size() - 2);
        return (where(size, more).median(column) - where(size, less).median(column)) / (more - less);
    }
}
