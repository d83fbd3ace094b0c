// SPDX-License-Identifier: Apache-2.0
package measure;

import java.util.List;
import java.util.Locale;

/** What the README is written in. */
final class Markdown {
    private Markdown() {}

    /** A table: its first column on the left, the others on the right. */
    static String table(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("| " + String.join(" | ", head) + " |\n|");
        table.append(" --- |").append(" ---: |".repeat(head.size() - 1)).append('\n');
        rows.forEach(row -> table.append("| ").append(String.join(" | ", row)).append(" |\n"));
        return table.toString();
    }

    /** Whole, with commas. */
    static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** With so many places behind the point. */
    static String number(double number, int places) {
        return String.format(Locale.ROOT, "%,." + places + "f", number);
    }
}
