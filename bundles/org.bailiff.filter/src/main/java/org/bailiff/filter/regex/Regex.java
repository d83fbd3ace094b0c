// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regex of a definition, ready to run. Immutable. */
public final class Regex {
    /** Python's dot and dollar know one line end only; as in fail2ban, {@code ^} and {@code $} stand at every line. */
    private static final int FLAGS = Pattern.UNIX_LINES | Pattern.MULTILINE;

    private static final InUse<String, Regex> KNOWN = new InUse<>();

    private final String source;
    private final Pattern pattern;
    private final Map<String, Integer> groups;
    private final int firstUnnamed;
    private final Set<String> literals;
    private final boolean anchored;
    private volatile WeakReference<Node> tree;

    private Regex(String source, Node tree) throws RegexSyntaxException {
        JavaGroups numbers = JavaGroups.of(tree);
        this.source = source;
        this.tree = new WeakReference<>(tree);
        this.pattern = compile(new JavaWriter(tree, numbers).java());
        this.groups = numbers.names();
        this.firstUnnamed = numbers.firstUnnamed();
        this.literals = RequiredLiterals.of(tree).orElse(Set.of());
        this.anchored = Anchors.atLineBegin(tree);
    }

    /**
     * The regex that this text writes in Python's syntax, its tags written out already. A text that is in use already leads
     * to the same object: a thousand jails with one filter have its regexes once.
     *
     * @throws RegexSyntaxException if it is wrong, or cannot be had in Java
     */
    public static Regex of(String text) throws RegexSyntaxException {
        Optional<Regex> known = KNOWN.find(text);
        if (known.isPresent()) {
            return known.get();
        }
        return KNOWN.add(text, new Regex(text, RegexParser.parse(text)));
    }

    private static Pattern compile(String java) throws RegexSyntaxException {
        try {
            return Pattern.compile(java, FLAGS);
        } catch (PatternSyntaxException wrong) {
            throw new RegexSyntaxException("Java cannot run it: " + wrong.getDescription());
        }
    }

    public Pattern pattern() {
        return pattern;
    }

    /** What it is made of: found anew when it was forgotten, as it takes ten times the room of the text and is seldom asked for. */
    public Node tree() {
        Node known = tree.get();
        if (known == null) {
            known = parseAgain();
            tree = new WeakReference<>(known);
        }
        return known;
    }

    private Node parseAgain() {
        try {
            return RegexParser.parse(source);
        } catch (RegexSyntaxException impossible) {
            throw new IllegalStateException("it was parsed when it was made", impossible);
        }
    }

    /** The number of each named group. */
    public Map<String, Integer> groups() {
        return groups;
    }

    public boolean captures(String group) {
        return groups.containsKey(group);
    }

    /**
     * ASCII texts of which every match holds at least one; empty if none is certain. A line's text holds it also where a
     * date was cut out before the match, if the date was no part of a word.
     */
    public Optional<Set<String>> requiredLiterals() {
        return literals.isEmpty() ? Optional.empty() : Optional.of(literals);
    }

    /** Whether a match in the text is possible, as far as the required literals tell. */
    public boolean mayMatch(String text) {
        if (literals.isEmpty()) {
            return true;
        }
        for (String literal : literals) {
            if (text.contains(literal)) {
                return true;
            }
        }
        return false;
    }

    /** Whether every match begins where a line begins. */
    public boolean isAnchored() {
        return anchored;
    }

    /** The number of the first group without a name; 0 if all have names. */
    public int firstUnnamedGroup() {
        return firstUnnamed;
    }

    /** Whether all that a named group takes begins and ends with a character of a word. */
    public boolean isWordAtEnds(String group) {
        return WordEdges.areWords(tree(), group);
    }

    /** As it was given. */
    @Override
    public String toString() {
        return source;
    }
}
