// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.definition;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Entry;
import org.bailiff.dialect.Origin;

/**
 * Puts values in for {@code <name>}, when all files are read: the jail's parameters first, then {@code [Init]}, then
 * {@code [Definition]}. {@code <section/name>} takes the value from that section. Tags may be nested, as in {@code
 * <messages-<mode>>}: the inner one goes first, and the outer one must then be there. A name that stands alone and means
 * nothing stays, because a regex may well hold {@code <word>}. Names have no capitals: those are tags of regexes.
 */
final class LateTags {
    private static final String DEFINITION = "Definition";
    private static final String INIT = "Init";
    private static final String NAME = "[a-z0-9_-]+";
    /** Not behind {@code (?P} or {@code (?}, where it names a group. */
    private static final Pattern TAG =
            Pattern.compile("(?<!\\(\\?P|\\(\\?)<(?:(?<section>[\\w-]+)/)?(?<name>" + NAME + ")>");

    private static final Pattern NESTED =
            Pattern.compile("<(?<before>[\\w/-]*)<(?<inner>" + NAME + ")>(?<after>[\\w/-]*)>");
    private static final int MOST_ROUNDS = 40;
    private static final int LONGEST = 1 << 20;

    private final Document document;
    private final Origin origin;
    private final Map<String, String> parameters = new HashMap<>();

    /**
     * @param origin where the definition begins, to be named with what parameters say
     */
    LateTags(Document document, Map<String, String> parameters, Origin origin) {
        this.document = document;
        this.origin = origin;
        parameters.forEach((name, value) -> this.parameters.put(name.toLowerCase(Locale.ROOT), value));
    }

    /**
     * A key of the definition, its tags put in; empty if it has none. A parameter of that name, as in {@code
     * sshd[maxlines=2]}, is said instead, and {@code [Init]} before {@code [Definition]}.
     */
    Optional<Entry> value(String key) throws DialectException {
        if (parameters.containsKey(key)) {
            return Optional.of(resolve(new Entry(key, parameters.get(key), origin)));
        }
        Optional<Entry> entry = document.entry(isInitial(key) ? INIT : DEFINITION, key);
        return entry.isEmpty() ? entry : Optional.of(resolve(entry.get()));
    }

    /**
     * The entry with its tags put in.
     *
     * @throws DialectException if tags put in each other without end, or a nested one leads nowhere
     */
    Entry resolve(Entry entry) throws DialectException {
        Entry current = entry;
        for (int round = 0; round < MOST_ROUNDS && current.value().length() < LONGEST; round++) {
            String next = putIn(putInNested(current));
            if (next.equals(current.value())) {
                return current;
            }
            current = new Entry(entry.key(), next, entry.origin());
        }
        throw new DialectException(
                entry.origin(), "the tags in " + entry.key() + " put in each other without end; break the circle");
    }

    private String putInNested(Entry entry) throws DialectException {
        Matcher nested = NESTED.matcher(entry.value());
        StringBuilder out = new StringBuilder();
        while (nested.find()) {
            Optional<String> inner = find(null, nested.group("inner"));
            String replacement = inner.isEmpty() ? nested.group() : outer(entry, nested, inner.get());
            nested.appendReplacement(out, Matcher.quoteReplacement(replacement));
        }
        return nested.appendTail(out).toString();
    }

    private String outer(Entry entry, Matcher nested, String inner) throws DialectException {
        String outer = "<" + nested.group("before") + inner + nested.group("after") + ">";
        Matcher tag = TAG.matcher(outer);
        if (tag.matches() && find(tag.group("section"), tag.group("name")).isEmpty()) {
            throw new DialectException(
                    entry.origin(),
                    entry.key() + " needs " + outer + ", which the definition does not have; '" + inner
                            + "' is not one of the values that '" + nested.group("inner") + "' may have");
        }
        return outer;
    }

    private String putIn(String value) throws DialectException {
        Matcher tag = TAG.matcher(value);
        StringBuilder out = new StringBuilder();
        while (tag.find()) {
            Optional<String> found = find(tag.group("section"), tag.group("name"));
            tag.appendReplacement(out, Matcher.quoteReplacement(found.orElse(tag.group())));
        }
        return tag.appendTail(out).toString();
    }

    private Optional<String> find(String section, String name) throws DialectException {
        if (section != null) {
            return document.hasSection(section) ? valueOf(section, name) : Optional.empty();
        }
        if (parameters.containsKey(name)) {
            return Optional.of(parameters.get(name));
        }
        return valueOf(isInitial(name) ? INIT : DEFINITION, name);
    }

    private boolean isInitial(String name) {
        return document.ownEntries(INIT).stream().anyMatch(entry -> entry.key().equals(name));
    }

    private Optional<String> valueOf(String section, String name) throws DialectException {
        return document.entry(section, name).map(Entry::value);
    }
}
