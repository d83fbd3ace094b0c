// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.text.SafeText;

/** Lines of aligned columns, for people. What it is given is made safe to show. Used by one thread. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... headings) {
        row((Object[]) headings);
    }

    public void row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(SafeText.of(cell.toString()));
        }
        rows.add(row);
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> widen(widths, row));
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> append(text, widths, row));
        return text.toString();
    }

    private static void widen(int[] widths, List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            widths[column] = Math.max(widths[column], row.get(column).length());
        }
    }

    private static void append(StringBuilder text, int[] widths, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
