// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.text.SafeText;

/** A line of a file of cases: {@code LOG<TAB>FILTER}, or two words, of which one with blanks stands in quotes. */
final class CaseLine {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"(?=\\s|$)|'([^']*)'(?=\\s|$)|(\\S+)");

    private CaseLine() {}

    /** Whether it says anything: a comment and a blank line do not. */
    static boolean isMeant(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    /**
     * Log and filter.
     *
     * @throws CommandException if there are not just two words
     */
    static List<String> words(String line) throws CommandException {
        List<String> words = line.contains("\t") ? List.of(line.split("\t", -1)) : quoted(line);
        if (words.size() != 2) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "the case '" + SafeText.of(line, 100) + "' is not written LOG<TAB>FILTER, or LOG FILTER with quotes"
                            + " around a word that holds blanks");
        }
        return words;
    }

    private static List<String> quoted(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }
}
