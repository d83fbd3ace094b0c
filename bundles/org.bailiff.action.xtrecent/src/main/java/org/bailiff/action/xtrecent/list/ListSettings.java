// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bailiff.dialect.Nearest;
import org.bailiff.text.SafeText;

/**
 * What stands in the brackets of {@code xt_recent[...]}, valid.
 *
 * @param root the directory of the lists
 * @param name the list's name
 * @param lease how long the kernel drops after a write: the rule's {@code --seconds}
 * @param capacity how many entries the list holds: the kernel's {@code ip_list_tot}
 * @param foreign what becomes of entries that are not ours
 */
public record ListSettings(Path root, String name, Duration lease, int capacity, ForeignEntries foreign) {
    private static final String DEFAULT_ROOT = "/proc/self/net/xt_recent";
    private static final List<String> NAMES = List.of("list", "lists", "seconds", "capacity", "foreign", "root");
    private static final Pattern LIST_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    /** What is added to a list's name for the list that notes what was dropped. */
    public static final String HITS_SUFFIX = "-hits";
    /** The kernel's 199 bytes, less what the list of hits needs. */
    private static final int LONGEST_NAME = 199 - HITS_SUFFIX.length();
    /** Below this a renewal could come too late. */
    private static final long SHORTEST_LEASE = 4;
    /** The kernel counts the lease in jiffies of 32 bits: 49 days at 1,000 a second. */
    private static final long LONGEST_LEASE = 4_294_967;
    /** One for a ban, one for the sentinel, one that stays free. */
    private static final long SMALLEST_CAPACITY = 3;

    /**
     * The settings that a jail's parameters name.
     *
     * @throws IllegalArgumentException if one is wrong; the message names it, its value and the mend
     */
    public static ListSettings of(String jail, Map<String, String> parameters) {
        parameters.keySet().forEach(ListSettings::requireKnown);
        requireOneList(parameters.getOrDefault("lists", "1"));
        return new ListSettings(
                root(parameters.getOrDefault("root", DEFAULT_ROOT)),
                name(parameters.getOrDefault("list", "bailiff-" + jail)),
                Duration.ofSeconds(number(parameters, "seconds", 3600, SHORTEST_LEASE, LONGEST_LEASE)),
                (int) number(parameters, "capacity", 100, SMALLEST_CAPACITY, Integer.MAX_VALUE),
                foreign(parameters.getOrDefault("foreign", "keep")));
    }

    /** The list's file. */
    public Path path() {
        return root.resolve(name);
    }

    private static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("xt_recent has no parameter '" + SafeText.of(name, 60) + "'; "
                    + Nearest.to(name, NAMES)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("it has " + String.join(", ", NAMES)));
        }
    }

    private static void requireOneList(String lists) {
        if (!lists.equals("1")) {
            throw wrong("lists", lists, "a jail spread over several lists is not supported yet; leave it out");
        }
    }

    private static String name(String name) {
        if (!LIST_NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw wrong(
                    "list",
                    name,
                    "a list's name is made of letters, digits, '.', '_' and '-', begins with a letter, a digit or '_',"
                            + " and has at most " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static Path root(String root) {
        if (!root.startsWith("/") || root.indexOf('\0') >= 0) {
            throw wrong("root", root, "it is an absolute path, " + DEFAULT_ROOT + " if left out");
        }
        return Path.of(root);
    }

    private static ForeignEntries foreign(String word) {
        if (!word.equals(ForeignEntries.KEEP.word())) {
            boolean known = Arrays.stream(ForeignEntries.values())
                    .anyMatch(value -> value.word().equals(word));
            throw wrong(
                    "foreign",
                    word,
                    known ? "only keep is supported yet" : "it is keep: entries that are not Bailiff's stay");
        }
        return ForeignEntries.KEEP;
    }

    private static long number(Map<String, String> parameters, String name, long unset, long least, long most) {
        String text = parameters.getOrDefault(name, Long.toString(unset));
        // Ten digits are more than any bound, and fewer than a long holds.
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw wrong(name, text, "it is a whole number from " + least + " to " + most + ", e.g. " + unset);
        }
        return Long.parseLong(text);
    }

    private static IllegalArgumentException wrong(String name, String value, String mend) {
        return new IllegalArgumentException("xt_recent[" + name + "=" + SafeText.of(value, 80) + "]: " + mend);
    }
}
