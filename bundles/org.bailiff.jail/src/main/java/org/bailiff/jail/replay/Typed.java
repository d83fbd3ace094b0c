// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.text.SafeText;

/**
 * What was typed behind the verb.
 *
 * @param period which failures count
 * @param against the folder of a second configuration; empty if there is none
 * @param jails the only ones that are asked for; empty for all that are enabled
 */
public record Typed(Period period, Optional<Path> against, Set<String> jails) {
    /**
     * Reads it.
     *
     * @param now what times are counted back from, and the end of the past
     * @throws CommandException if it is wrong; the message says how
     */
    public static Typed parse(CommandCall call, Instant now) throws CommandException {
        ReplayTimes times = new ReplayTimes(now, ZoneId.systemDefault());
        Instant since = Period.BEGINNING;
        Instant until = now;
        Optional<Path> against = Optional.empty();
        Set<String> jails = new TreeSet<>();
        Iterator<String> words = call.arguments().iterator();
        while (words.hasNext()) {
            String word = words.next();
            String option = word.startsWith("--") && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            switch (option) {
                case "--since" -> since = time(times, option, value(word, option, words));
                case "--until" -> until = time(times, option, value(word, option, words));
                case "--against" -> against = Optional.of(path(call, value(word, option, words)));
                case "--jail" -> jails.add(value(word, option, words));
                default -> throw misused("'" + SafeText.of(word, 60) + "' is not known");
            }
        }
        if (!since.isBefore(until)) {
            throw misused("--since and --until leave no time between them");
        }
        return new Typed(new Period(since, until), against, jails);
    }

    private static String value(String word, String option, Iterator<String> words) throws CommandException {
        String value =
                word.equals(option) ? (words.hasNext() ? words.next() : "") : word.substring(option.length() + 1);
        if (value.isBlank()) {
            throw misused(option + " needs a word behind it");
        }
        return value;
    }

    private static Instant time(ReplayTimes times, String option, String text) throws CommandException {
        try {
            return times.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw misused(option + ": " + wrong.getMessage());
        }
    }

    private static Path path(CommandCall call, String text) throws CommandException {
        try {
            return Path.of(call.directory()).resolve(text).normalize();
        } catch (InvalidPathException wrong) {
            throw misused("--against: no folder has such a name: " + wrong.getReason());
        }
    }

    private static CommandException misused(String why) {
        return new CommandException(ExitCode.USAGE, why);
    }
}
