// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

import java.util.Locale;

/** A manual page in the making, in the language of {@code man(7)}. */
final class Roff {
    private final StringBuilder page = new StringBuilder();

    /**
     * @param date of the page, e.g. {@code 2026-11-01}
     */
    Roff(String name, int section, String date, String version) {
        page.append(".\\\" SPDX-License-Identifier: Apache-2.0\n");
        page.append(".TH \"")
                .append(text(name.toUpperCase(Locale.ROOT)))
                .append("\" ")
                .append(section);
        page.append(" \"")
                .append(date)
                .append("\" \"Bailiff ")
                .append(text(version))
                .append("\" \"Bailiff\"\n");
        // Neither hyphenated nor stretched: options and paths are to be copied.
        page.append(".nh\n.ad l\n");
    }

    void section(String title) {
        page.append(".SH \"").append(text(title.toUpperCase(Locale.ROOT))).append("\"\n");
    }

    void paragraph(String text) {
        page.append(".PP\n");
        line(text(text));
    }

    void plain(String text) {
        line(text(text));
    }

    /** A command, and the words behind it. */
    void synopsis(String command, String words) {
        page.append("\\fB")
                .append(text(command))
                .append("\\fR ")
                .append(text(words).stripTrailing());
        page.append("\n.br\n");
    }

    void entry(String term, String text) {
        page.append(".TP\n\\fB").append(text(term)).append("\\fR\n");
        line(text.isEmpty() ? "\\&" : text(text));
    }

    /** A line as it is typed. */
    void example(String command, String text) {
        page.append(".PP\n.nf\n.RS\n\\fB").append(text(command)).append("\\fR\n.RE\n.fi\n");
        if (!text.isEmpty()) {
            page.append(".RS\n.PP\n");
            line(text(text));
            page.append(".RE\n");
        }
    }

    void seeAlso(String name, int section) {
        page.append(".BR ").append(text(name)).append(" (").append(section).append(")\n");
    }

    private void line(String text) {
        page.append(text.startsWith(".") ? "\\&" : "").append(text).append('\n');
    }

    /** What roff would take for its own is written so that it reads as it was. */
    static String text(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti")
                .replace("\"", "\\(dq");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
