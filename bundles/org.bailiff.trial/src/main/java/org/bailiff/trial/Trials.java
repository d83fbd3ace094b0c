// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.command.CommandException;
import org.bailiff.trial.choose.ChosenFilter;
import org.bailiff.trial.choose.FilterChoice;
import org.bailiff.trial.log.Log;

/** Reads which filter is meant and which logs, in fail2ban-regex's order: logs, filter, and perhaps an ignoreregex. */
final class Trials {
    private final Path directory;
    private final InputStream standardInput;
    private final FilterChoice choice;

    Trials(Path directory, InputStream standardInput, FilterChoice choice) {
        this.directory = directory;
        this.standardInput = standardInput;
        this.choice = choice;
    }

    /**
     * The one that was typed.
     *
     * @throws CommandException if a word is missing, or the filter is not there
     */
    Trial typed(Typed typed) throws CommandException {
        List<String> words = new ArrayList<>(typed.words());
        List<String> ignoring = new ArrayList<>(typed.all(Typed.IGNOREREGEX));
        boolean regexes = !typed.all(Typed.REGEX).isEmpty();
        if (!regexes && words.size() == 3 && !log(words.get(1)).isThere() && choice.knows(words.get(1))) {
            ignoring.add(words.remove(2));
        }
        if (words.size() < (regexes ? 1 : 2)) {
            throw Typed.misused(words.isEmpty() ? "the log is missing" : "the filter is missing behind the log");
        }
        String word = regexes ? String.join(" ", typed.all(Typed.REGEX)) : words.remove(words.size() - 1);
        ChosenFilter filter = regexes ? ChosenFilter.ofRegexes(typed.all(Typed.REGEX)) : choice.of(word);
        return new Trial(words.stream().map(this::log).toList(), filter.ignoring(ignoring), word);
    }

    /**
     * One of many: a line that holds a log and a filter, between them a tabulator or blanks.
     *
     * @throws CommandException if it is written otherwise, or the filter is not there
     */
    Trial ofCase(String line, List<String> ignoring) throws CommandException {
        List<String> words = CaseLine.words(line);
        ChosenFilter filter = choice.of(words.get(1)).ignoring(ignoring);
        return new Trial(List.of(log(words.get(0))), filter, words.get(1));
    }

    Log log(String word) {
        return new Log(word, directory, standardInput);
    }
}
