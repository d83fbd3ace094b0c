// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a help's details. */
abstract class Block {
    private static final Pattern TITLE = Pattern.compile("([A-Z][A-Za-z ]*):");
    private static final Pattern ENTRY = Pattern.compile("  (\\S.*?)(?: {2,}(\\S.*))?");

    private Block() {}

    /** The title of a section; what follows belongs to it. */
    static final class Title extends Block {
        final String text;

        Title(String text) {
            this.text = text;
        }
    }

    /** Lines that may be filled anew. */
    static final class Paragraph extends Block {
        final String text;

        Paragraph(String text) {
            this.text = text;
        }
    }

    /** A term, e.g. an option or a command, and what is said of it, maybe nothing. */
    static final class Entry extends Block {
        final String term;
        final String text;

        Entry(String term, String text) {
            this.term = term;
            this.text = text;
        }
    }

    /** The pieces, in their order. */
    static List<Block> of(String details) {
        List<Block> blocks = new ArrayList<>();
        for (String group : details.split("\n\n+")) {
            List<String> lines = new ArrayList<>(List.of(group.split("\n")));
            Matcher title = TITLE.matcher(lines.get(0));
            if (title.matches() && (lines.size() == 1 || lines.get(1).startsWith("  "))) {
                blocks.add(new Title(title.group(1)));
                lines.remove(0);
            }
            add(lines, blocks);
        }
        return blocks;
    }

    private static void add(List<String> lines, List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        String term = null;
        for (String line : lines) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                end(term, text, blocks);
                term = entry.group(1);
                text.append(entry.group(2) == null ? "" : entry.group(2));
            } else {
                text.append(text.length() == 0 ? "" : " ").append(line.strip());
            }
        }
        end(term, text, blocks);
    }

    private static void end(String term, StringBuilder text, List<Block> blocks) {
        if (term != null) {
            blocks.add(new Entry(term, text.toString()));
        } else if (text.length() > 0) {
            blocks.add(new Paragraph(text.toString()));
        }
        text.setLength(0);
    }
}
