// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was typed, the launcher's own options taken out. They may stand before or behind the verb; behind {@code --}
 * every word is an argument.
 *
 * @param verb the first word that is no option; {@code help} if there is none
 * @param arguments the words behind the verb
 * @param options of {@code --etc}, {@code --data} and {@code --socket} those that were given
 * @param switches of {@code --allow-root} and {@code --simulate} those that were given
 */
public record CommandLine(String verb, List<String> arguments, Map<String, String> options, Set<String> switches) {
    private static final List<String> OPTIONS_WITH_VALUE = List.of("--etc", "--data", "--socket");
    static final String ALLOW_ROOT = "--allow-root";
    static final String SIMULATE = "--simulate";

    private static final Set<String> SWITCHES = Set.of(ALLOW_ROOT, SIMULATE);

    public CommandLine {
        arguments = List.copyOf(arguments);
        options = Map.copyOf(options);
        switches = Set.copyOf(switches);
    }

    /** @throws LaunchException if an option lacks its value, or is not one of the launcher's and stands before the verb */
    public static CommandLine parse(String... typed) throws LaunchException {
        Map<String, String> options = new HashMap<>();
        Set<String> switches = new TreeSet<>();
        List<String> words = new ArrayList<>();
        Iterator<String> rest = List.of(typed).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            if (word.equals("--")) {
                keepForVerb(word, words);
                rest.forEachRemaining(words::add);
            } else if (OPTIONS_WITH_VALUE.contains(name)) {
                options.put(name, value(word, name, rest));
            } else if (SWITCHES.contains(word)) {
                switches.add(word);
            } else {
                words.add(word);
            }
        }
        String verb = words.isEmpty() ? "help" : verb(words.get(0));
        return new CommandLine(verb, words.subList(Math.min(1, words.size()), words.size()), options, switches);
    }

    /** A verb has to know, too, that what follows are no options of its. */
    private static void keepForVerb(String word, List<String> words) {
        if (!words.isEmpty()) {
            words.add(word);
        }
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    private static String value(String word, String name, Iterator<String> rest) throws LaunchException {
        String value = word.equals(name) ? (rest.hasNext() ? rest.next() : "") : word.substring(name.length() + 1);
        if (value.isEmpty()) {
            throw new LaunchException(
                    ExitStatus.USAGE, name + " needs a path behind it, e.g. " + name + " /srv/bailiff");
        }
        return value;
    }

    private static String verb(String word) throws LaunchException {
        switch (word) {
            case "--help", "-h":
                return "help";
            case "--version", "-V":
                return "version";
            default:
                if (word.startsWith("-")) {
                    throw new LaunchException(
                            ExitStatus.USAGE,
                            "'" + word + "' is not an option that may stand before the verb; see 'bailiff help'");
                }
                return word;
        }
    }
}
