// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bailiff.dialect.ActionTags;
import org.bailiff.dialect.CommandLine;
import org.bailiff.dialect.Nearest;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.text.SafeText;

/**
 * What stands in the brackets of {@code command[...]}, valid.
 *
 * @param name tells several of a jail apart
 * @param commands what is run for each event, in order; none for an event that is not there
 * @param timeout how long one command may take
 * @param queue how many bans may wait to be told
 * @param rate how often commands may be run
 * @param retries how often a command that failed is run again
 */
record CommandSettings(
        String name, Map<Event, List<CommandLine>> commands, Duration timeout, int queue, Rate rate, int retries) {
    static final String ACTION = "command";

    private static final List<String> NAMES =
            List.of("ban", "unban", "start", "stop", "name", "timeout", "queue", "rate", "retries");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");
    private static final long LONGEST_SECONDS = 3600;

    CommandSettings {
        commands = Map.copyOf(commands);
    }

    /**
     * The settings that a jail's parameters name.
     *
     * @throws IllegalArgumentException if a parameter is wrong; the message names it, its value and the mend
     */
    static CommandSettings of(Map<String, String> parameters) {
        parameters.keySet().forEach(CommandSettings::requireKnown);
        Map<Event, List<CommandLine>> commands = new EnumMap<>(Event.class);
        for (Event event : Event.values()) {
            Optional.ofNullable(parameters.get(event.word()))
                    .map(text -> commandLines(event.word(), text))
                    .filter(lines -> !lines.isEmpty())
                    .ifPresent(lines -> commands.put(event, lines));
        }
        if (commands.isEmpty()) {
            throw new IllegalArgumentException(
                    "command has no command; e.g. command[ban=\"/usr/local/bin/tell <ip>\"], with a program of yours");
        }
        return new CommandSettings(
                name(parameters.getOrDefault("name", ACTION)),
                commands,
                timeout(parameters.getOrDefault("timeout", "60")),
                (int) number(parameters, "queue", 1000, 1, 100_000),
                rate(parameters.getOrDefault("rate", "60/1m")),
                (int) number(parameters, "retries", 3, 0, 100));
    }

    /** What is run for an event, in order; empty if nothing. */
    List<CommandLine> of(Event event) {
        return commands.getOrDefault(event, List.of());
    }

    /** What people know the action by: several of a jail are told apart. */
    String label() {
        return name.equals(ACTION) ? ACTION : ACTION + ":" + name;
    }

    private static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("command has no parameter '" + SafeText.of(name, 60) + "'; "
                    + Nearest.to(name, NAMES)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("it has " + String.join(", ", NAMES)));
        }
    }

    private static List<CommandLine> commandLines(String parameter, String text) {
        try {
            List<CommandLine> commands = CommandLine.parseAll(text);
            commands.forEach(CommandSettings::requireRunnable);
            return commands;
        } catch (IllegalArgumentException wrong) {
            throw wrong(parameter, text, wrong.getMessage());
        }
    }

    private static void requireRunnable(CommandLine command) {
        ActionTags.objection(command).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        if (!command.program().startsWith("/")) {
            throw new IllegalArgumentException("'" + command.program()
                    + "' is searched for nowhere; write the program's whole path, which begins with /");
        }
        if (command.words().stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("an argument holds no NUL; take it out");
        }
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw wrong("name", name, "a name is up to 64 letters, digits, '.', '_' and '-', and begins with no mark");
        }
        return name;
    }

    private static Duration timeout(String text) {
        try {
            long seconds = TimeSpan.parseSeconds(text);
            if (seconds >= 1 && seconds <= LONGEST_SECONDS) {
                return Duration.ofSeconds(seconds);
            }
        } catch (IllegalArgumentException notATime) {
            // Said below, with what it could be.
        }
        throw wrong("timeout", text, "it is a time from 1s to 1h, e.g. 60s");
    }

    private static Rate rate(String text) {
        try {
            return Rate.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw wrong("rate", text, "it is a number of commands and a time, e.g. 60/1m");
        }
    }

    private static long number(Map<String, String> parameters, String name, long unset, long least, long most) {
        String text = parameters.getOrDefault(name, Long.toString(unset));
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw wrong(name, text, "it is a whole number from " + least + " to " + most + ", e.g. " + unset);
        }
        return Long.parseLong(text);
    }

    private static IllegalArgumentException wrong(String name, String value, String mend) {
        return new IllegalArgumentException(
                "command[" + name + "=" + SafeText.of(value, 80) + "]: " + SafeText.of(mend));
    }
}
