// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;

/** Rows in columns of fixed width, written as they come. */
public final class Table {
    private final PrintWriter out;
    private final int[] widths;

    /**
     * @param widths of the columns, but for the last, which is as long as it is
     */
    public Table(PrintWriter out, int... widths) {
        this.out = out;
        this.widths = widths.clone();
    }

    /** Writes a row. A cell that is too long moves those behind it. */
    public void row(String... cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            line.append(cells[column]);
            if (column < widths.length) {
                line.append(" ".repeat(Math.max(0, widths[column] - cells[column].length()) + 2));
            }
        }
        out.println(line.toString().stripTrailing());
    }
}
