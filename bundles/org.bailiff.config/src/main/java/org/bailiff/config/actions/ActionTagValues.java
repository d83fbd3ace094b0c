// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Entry;
import org.bailiff.dialect.Reference;

/**
 * What stands for the tags of a definition, as far as the files say: the jail's parameters, before {@code [Init]}, before
 * the definition's own keys. The other tags stay, for when the command is run.
 */
final class ActionTagValues {
    private static final Pattern INNERMOST = Pattern.compile("<([^<>\\s]+)>");
    private static final String CONDITIONAL = "Init?";
    /** Far above what definitions need. */
    private static final int MOST_ROUNDS = 50;

    private static final int LONGEST = 64 * 1024;

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> conditional = new LinkedHashSet<>();

    /**
     * @throws DialectException if a value refers to what is not there
     */
    ActionTagValues(String jail, Reference reference, Document document) throws DialectException {
        values.put("br", "\n");
        values.put("name", jail);
        values.put("actname", reference.name());
        for (String section : new String[] {"Definition", "Init"}) {
            for (Entry entry : document.entries(section)) {
                values.put(entry.key(), entry.value());
            }
        }
        // A definition has a name for whoever gives none, and fail2ban gives the jail's.
        values.put("name", jail);
        values.putAll(reference.parameters());
        document.sections().stream()
                .filter(section -> section.startsWith(CONDITIONAL))
                .flatMap(section -> document.ownEntries(section).stream())
                .map(Entry::key)
                .filter(key -> !reference.parameters().containsKey(key))
                .forEach(conditional::add);
    }

    /** The value of a key; empty text if it has none. */
    String value(String key) {
        return values.getOrDefault(key, "");
    }

    /**
     * The text with the values in the place of tags.
     *
     * @throws IllegalArgumentException if a tag stands for itself or for two values; the message is a sentence with the
     *     mend
     */
    String fill(String text) {
        String filled = text;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String before = filled;
            filled = INNERMOST.matcher(before).replaceAll(tag -> Matcher.quoteReplacement(replacement(tag.group(1))));
            if (filled.equals(before)) {
                return filled;
            }
            if (filled.length() > LONGEST) {
                break;
            }
        }
        throw new IllegalArgumentException("its tags stand for themselves, or for far too much; simplify them");
    }

    private String replacement(String name) {
        String key = values.containsKey(name) ? name : name.toLowerCase(Locale.ROOT);
        if (conditional.contains(key)) {
            throw new IllegalArgumentException("<" + key + "> is one thing for IPv4 and another for IPv6, which only a"
                    + " script can tell apart, by BAILIFF_FAMILY; put it into one, and name the script with its whole"
                    + " path");
        }
        return values.getOrDefault(key, "<" + name + ">");
    }
}
