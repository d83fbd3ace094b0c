// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colours an answer for a terminal, by its form alone: the daemon does not know who reads it. What a log line says is
 * never at a place that is coloured, and holds no escape sequence: the daemon has made it safe.
 */
final class Colours {
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[1;31m";
    private static final String GREEN = "\u001b[1;32m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String CYAN = "\u001b[36m";
    private static final String END = "\u001b[0m";

    /** A line of a list or a tree with its label. */
    private static final Pattern LABEL =
            Pattern.compile("((?:  |\\|- |`- )(?:\\|- |`- )?)([A-Z][A-Za-z ]{0,24}:)( .*)");

    private static final Pattern HEADING = Pattern.compile("[A-Z]{2,}[A-Z/ ]*");

    private Colours() {}

    /** The line, coloured. */
    static String paint(String line) {
        Matcher label = LABEL.matcher(line);
        if (label.matches()) {
            return label.group(1) + CYAN + label.group(2) + END + verdict(label.group(2), label.group(3));
        }
        if (line.startsWith("# ")) {
            return DIM + line + END;
        }
        if (line.startsWith(" ") || line.isEmpty()) {
            return line;
        }
        return HEADING.matcher(line).matches() || line.startsWith("[") ? BOLD + line + END : sentence(line);
    }

    /** The first line of what a jail knows of an address. */
    private static String sentence(String line) {
        if (line.endsWith(" is not banned.") || line.endsWith(" is not banned as a whole.")) {
            return GREEN + line + END;
        }
        if (line.endsWith(" the ban waits.")) {
            return YELLOW + line + END;
        }
        return line.matches("\\S+: \\S+ is banned( with its network \\S+)?\\.") ? RED + line + END : line;
    }

    private static String verdict(String label, String text) {
        return label.equals("Verdict:") ? BOLD + text + END : text;
    }
}
