// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values in the place of names, for one value of one section. The bounds on depth, substitutions and length are far
 * above what configurations need; they only keep a mistake from taking all memory. Used once, by one thread.
 */
final class Interpolation {
    private static final Pattern NAME = Pattern.compile("%%|%\\((?<name>[^()\\n]+)\\)s|%");
    private static final int DEPTH_LIMIT = 64;
    private static final int SUBSTITUTION_LIMIT = 10_000;
    private static final int LENGTH_LIMIT = 1 << 20;

    private static final String KNOWN = "known/";
    private static final String SECTION_NAME = "__name__";

    private final Definitions definitions;
    private final String section;
    /** The definitions that are being resolved, the innermost last. */
    private final Deque<Definition> open = new ArrayDeque<>();

    private int substitutions;
    private long length;

    Interpolation(Definitions definitions, String section) {
        this.definitions = definitions;
        this.section = section;
    }

    /** The names, without their section, that a value interpolates; in lower case. */
    static Set<String> keysIn(String value) {
        Set<String> keys = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(value);
        while (matcher.find()) {
            String name = matcher.group("name");
            if (name != null) {
                keys.add(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
            }
        }
        return keys;
    }

    String resolve(Definition definition) throws DialectException {
        if (open.contains(definition)) {
            throw cycle(definition);
        }
        open.addLast(definition);
        bound(definition, open.size() > DEPTH_LIMIT);
        StringBuilder resolved = new StringBuilder();
        Matcher matcher = NAME.matcher(definition.value());
        int end = 0;
        while (matcher.find()) {
            resolved.append(definition.value(), end, matcher.start()).append(replacement(matcher, definition));
            end = matcher.end();
        }
        resolved.append(definition.value(), end, definition.value().length());
        length += resolved.length();
        bound(definition, length > LENGTH_LIMIT);
        open.removeLast();
        return resolved.toString();
    }

    private String replacement(Matcher matcher, Definition definition) throws DialectException {
        if (matcher.group("name") != null) {
            bound(definition, ++substitutions > SUBSTITUTION_LIMIT);
            return value(matcher.group("name"), definition);
        }
        if (matcher.group().equals("%%")) {
            return "%";
        }
        throw new DialectException(
                definition.origin(), "'" + definition.key() + "' has a single %; write %% for it, or %(name)s");
    }

    private String value(String name, Definition user) throws DialectException {
        boolean known = name.regionMatches(true, 0, KNOWN, 0, KNOWN.length());
        String path = known ? name.substring(KNOWN.length()) : name;
        int slash = path.lastIndexOf('/');
        String from = slash < 0 ? section : sectionOf(path.substring(0, slash));
        String key = path.substring(slash + 1).toLowerCase(Locale.ROOT);
        Optional<Definition> found =
                known ? known(from, key, user) : definitions.find(from, key, Definitions.ALL_LAYERS);
        if (found.isPresent()) {
            return resolve(found.get());
        }
        if (path.equals(SECTION_NAME)) {
            return section;
        }
        throw unknown(name, key, from, user);
    }

    /** What the files before say in the section itself; else what is now in force for all sections, as in fail2ban. */
    private Optional<Definition> known(String from, String key, Definition user) {
        boolean ofAll = user.section().equals(Document.DEFAULT) && from.equals(section);
        Optional<Definition> before = definitions.find(ofAll ? Document.DEFAULT : from, key, user.layer());
        boolean ofTheSection =
                before.filter(definition -> definition.section().equals(from)).isPresent();
        return ofAll || ofTheSection ? before : definitions.find(Document.DEFAULT, key, Definitions.ALL_LAYERS);
    }

    /** The section that a path names: as written, or else in other letters, as {@code default} is often written. */
    private String sectionOf(String written) {
        if (definitions.sections().contains(written)) {
            return written;
        }
        return definitions.sections().stream()
                .filter(written::equalsIgnoreCase)
                .findFirst()
                .orElse(written);
    }

    private DialectException unknown(String name, String key, String from, Definition user) {
        List<String> candidates = new ArrayList<>(definitions.keys(from));
        candidates.addAll(definitions.keys(Document.DEFAULT));
        String mend = Nearest.to(key, candidates)
                .filter(nearest -> !nearest.equals(key))
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("set it there or in [DEFAULT]");
        return new DialectException(
                user.origin(),
                "'" + user.key() + "' refers to %(" + name + ")s, but [" + from + "] has no '" + key + "'"
                        + (name.regionMatches(true, 0, KNOWN, 0, KNOWN.length()) ? " in an earlier file" : "") + "; "
                        + mend);
    }

    private DialectException cycle(Definition definition) {
        List<String> names = new ArrayList<>();
        open.stream().dropWhile(each -> !each.equals(definition)).forEach(each -> names.add(each.key()));
        names.add(definition.key());
        return new DialectException(
                definition.origin(),
                "'" + definition.key() + "' refers to itself: " + String.join(" -> ", names) + "; %(known/"
                        + definition.key() + ")s is its value in the files before");
    }

    private static void bound(Definition definition, boolean exceeded) throws DialectException {
        if (exceeded) {
            throw new DialectException(
                    definition.origin(),
                    "'" + definition.key() + "' becomes too long or too deep when its names are replaced; simplify it");
        }
    }
}
