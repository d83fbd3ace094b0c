// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bailiff.api.Role;

/**
 * All there is to say of a verb, the one source of its description, its help, its manual page and its completion: a text
 * in UTF-8 that lies as {@code OSGI-INF/bailiff/help/VERB.txt} in the jar of the verb.
 *
 * <p>It begins with lines {@code KEY: VALUE}, up to the first empty line: {@code usage}, once for each form of the
 * arguments, with {@code FILE}, {@code DIR}, {@code JAIL}, {@code ADDRESS}, {@code FILTER}, {@code KEY} and {@code VERB}
 * for what can be completed; {@code summary}, which says what the verb does, without a full stop; {@code for}, the
 * {@link Role} it takes; {@code runs}, see {@link Place}; {@code group}, the title under which it is listed, and
 * {@code rank}, its place there. Then come paragraphs; lines indented by two spaces, as they are to be shown, a term
 * and two spaces before what is said of it; and the sections {@code Options:}, {@code Examples:}, {@code Exit:} and the
 * like, each title a line of its own.
 *
 * @param name the verb
 * @param usages the forms of its arguments; none if it has none
 * @param summary one line
 * @param role who may use it
 * @param runs who carries it out
 * @param group the title under which it is listed
 * @param rank its place there, smaller ones first
 * @param details what stands behind the first empty line, lines ended by {@code \n}
 */
public record HelpText(
        String name,
        List<String> usages,
        String summary,
        Role role,
        Place runs,
        String group,
        int rank,
        String details) {
    /** Where these texts lie in a jar. */
    public static final String FOLDER = "OSGI-INF/bailiff/help/";

    /** What their names end with. */
    public static final String SUFFIX = ".txt";

    private static final String USAGE = "usage";
    private static final Set<String> KEYS = Set.of(USAGE, "summary", "for", "runs", "group", "rank");
    private static final int USUAL_RANK = 50;

    /** Who carries a verb out. */
    public enum Place {
        /** The daemon, asked through its socket. */
        DAEMON,
        /** A framework of its own, without a daemon and with the caller's rights. */
        ALONE,
        /** The program that was typed, itself. */
        LAUNCHER
    }

    public HelpText {
        usages = List.copyOf(usages);
    }

    /**
     * The text of a verb.
     *
     * @param owner a class of the jar that it lies in
     * @throws IllegalArgumentException if there is none, or it is none; the message says where and what
     */
    public static HelpText read(Class<?> owner, String name) {
        String place = FOLDER + name + SUFFIX;
        try (InputStream text = owner.getResourceAsStream("/" + place)) {
            if (text == null) {
                throw new IllegalArgumentException(
                        "there is no " + place + " beside " + owner.getName() + "; it has to describe the verb");
            }
            return parse(name, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be read", e);
        }
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if it is none; the message says which line is wrong
     */
    public static HelpText parse(String name, String text) {
        int end = text.indexOf("\n\n");
        Map<String, List<String>> head = head(name, end < 0 ? text : text.substring(0, end));
        return new HelpText(
                name,
                head.getOrDefault(USAGE, List.of()),
                one(name, head, "summary"),
                choice(name, head, "for", Role.class),
                choice(name, head, "runs", Place.class),
                one(name, head, "group"),
                head.containsKey("rank") ? number(name, one(name, head, "rank")) : USUAL_RANK,
                end < 0 ? "" : text.substring(end + 2));
    }

    /** The same for the table of verbs. */
    public CommandDescription description() {
        return new CommandDescription(
                name,
                String.join(CommandDescription.BETWEEN_FORMS, usages),
                summary,
                role,
                runs == Place.ALONE,
                details);
    }

    private static Map<String, List<String>> head(String name, String lines) {
        Map<String, List<String>> head = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            int colon = line.indexOf(": ");
            if (colon < 0 || !KEYS.contains(line.substring(0, colon))) {
                throw wrong(name, "'" + line + "' is none of " + new TreeSet<>(KEYS) + " with a colon and a value");
            }
            head.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                    .add(line.substring(colon + 2).strip());
        }
        return head;
    }

    private static String one(String name, Map<String, List<String>> head, String key) {
        List<String> values = head.getOrDefault(key, List.of());
        if (values.size() != 1) {
            throw wrong(name, "it needs one line '" + key + ": ...', and has " + values.size());
        }
        return values.get(0);
    }

    private static <E extends Enum<E>> E choice(
            String name, Map<String, List<String>> head, String key, Class<E> choices) {
        String value = one(name, head, key);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(value)) {
                return choice;
            }
        }
        throw wrong(
                name,
                "'" + key + ": " + value + "' should be one of "
                        + List.of(choices.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException junk) {
            throw wrong(name, "'rank: " + text + "' should be a number");
        }
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException("the help of '" + name + "': " + what);
    }
}
