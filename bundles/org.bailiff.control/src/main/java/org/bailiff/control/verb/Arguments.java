// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.text.SafeText;

/** A verb's arguments: words, switches such as {@code --force}, and options with a value such as {@code --for 1h}. */
final class Arguments {
    private final List<String> words = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private Arguments() {}

    /**
     * Sorts the arguments. Behind {@code --} all are words.
     *
     * @param switches the known options without a value
     * @param options the known options with one
     * @throws CommandException if there is another option, or a value is missing
     */
    static Arguments parse(List<String> arguments, Set<String> switches, Set<String> options) throws CommandException {
        Arguments parsed = new Arguments();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--")) {
                rest.forEachRemaining(parsed.words::add);
            } else if (switches.contains(argument)) {
                parsed.given.add(argument);
            } else if (options.contains(nameOf(argument))) {
                parsed.values.put(nameOf(argument), valueOf(argument, rest));
            } else if (argument.startsWith("-")) {
                throw misused("There is no option '" + SafeText.of(argument, 60) + "'.");
            } else {
                parsed.words.add(argument);
            }
        }
        return parsed;
    }

    /** Arguments that are words alone, and how many there may be. */
    static List<String> words(List<String> arguments, int least, int most) throws CommandException {
        return parse(arguments, Set.of(), Set.of()).words(least, most);
    }

    private static String nameOf(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }

    private static String valueOf(String argument, Iterator<String> rest) throws CommandException {
        int equals = argument.indexOf('=');
        if (equals >= 0) {
            return argument.substring(equals + 1);
        }
        if (!rest.hasNext()) {
            throw misused("The option " + argument + " needs a value.");
        }
        return rest.next();
    }

    /** The words, if there are so many. */
    List<String> words(int least, int most) throws CommandException {
        if (words.size() < least) {
            throw misused("Something is missing.");
        }
        if (words.size() > most) {
            throw misused("'" + SafeText.of(words.get(most), 60) + "' is one word too many.");
        }
        return words;
    }

    boolean has(String name) {
        return given.contains(name);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The refusal of a first word that is none of a verb's parts. */
    static CommandException unknownPart(String word, String... parts) {
        return misused("'" + SafeText.of(word, 60) + "' is none of " + String.join(", ", parts) + ".");
    }

    static CommandException misused(String sentence) {
        return new CommandException(ExitCode.USAGE, sentence);
    }
}
