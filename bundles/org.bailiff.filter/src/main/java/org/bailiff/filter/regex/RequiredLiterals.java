// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds texts of which every match holds at least one, as it stands: a line without any of them need not be tried.
 *
 * <p>It is conservative: only characters that must follow each other in any match make a text, where a choice of texts
 * continues what is before it in as many ways; what is optional, looked at, repeated, or does not regard case, makes none.
 * A text holds no two characters side by side of which neither belongs to a word: a date may have been cut out between
 * them, and then the line as it stands does not hold the text.
 */
final class RequiredLiterals {
    private static final int MOST_ALTERNATIVES = 24;
    /** Regexes see it, the bytes of a line do not hold it. */
    private static final char LINE_END = '\n';

    private static final Set<String> NOTHING = Set.of("");

    private final List<Set<String>> found = new ArrayList<>();
    /** What has been matched up to here ends with one of these. */
    private Set<String> runs = NOTHING;
    /** Whether {@link #runs} are all that there is to be matched, from its beginning to here. */
    private boolean whole = true;

    private RequiredLiterals() {}

    /** The best set: that whose shortest text is longest. Empty if nothing is required. */
    static Optional<Set<String>> of(Node node) {
        RequiredLiterals literals = new RequiredLiterals();
        literals.visit(node);
        literals.endRun();
        return literals.found.stream()
                .max(Comparator.comparingInt(RequiredLiterals::shortest)
                        .thenComparing(
                                Comparator.<Set<String>>comparingInt(Set::size).reversed()));
    }

    private static int shortest(Set<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }

    private void visit(Node node) {
        if (node instanceof Node.Literal literal
                && !literal.anyCase()
                && literal.codePoint() < 0x80
                && literal.codePoint() != LINE_END) {
            append(Set.of(Character.toString(literal.codePoint())));
        } else if (node instanceof Node.Sequence || node instanceof Node.Capture || node instanceof Node.CaseScope) {
            Children.of(node).forEach(this::visit);
        } else if (node instanceof Node.Choice choice) {
            visitChoice(choice);
        } else if (!(node instanceof Node.Place)) {
            endRun();
            if (node instanceof Node.Repeat repeat && repeat.least() > 0) {
                of(repeat.body()).ifPresent(found::add);
            }
        }
    }

    private void visitChoice(Node.Choice choice) {
        Optional<Set<String>> all = unite(choice, RequiredLiterals::wholeOf);
        if (all.isPresent()) {
            append(all.get());
        } else {
            endRun();
            unite(choice, RequiredLiterals::of).ifPresent(found::add);
        }
    }

    /** All that the node may match; empty if that is not just some texts. */
    private static Optional<Set<String>> wholeOf(Node node) {
        RequiredLiterals literals = new RequiredLiterals();
        literals.visit(node);
        return literals.whole && !literals.runs.contains("") ? Optional.of(literals.runs) : Optional.empty();
    }

    private static Optional<Set<String>> unite(Node.Choice choice, Function<Node, Optional<Set<String>>> ofBranch) {
        Set<String> all = new LinkedHashSet<>();
        for (Node branch : choice.branches()) {
            Optional<Set<String>> texts = ofBranch.apply(branch);
            if (texts.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(texts.get());
        }
        return all.size() > MOST_ALTERNATIVES ? Optional.empty() : Optional.of(all);
    }

    /** One of these comes next; none is empty. */
    private void append(Set<String> next) {
        if (runs.size() * next.size() > MOST_ALTERNATIVES || mayBeTornApart(next)) {
            endRun();
        }
        Set<String> longer = new LinkedHashSet<>();
        for (String run : runs) {
            next.forEach(text -> longer.add(run + text));
        }
        runs = longer;
    }

    private boolean mayBeTornApart(Set<String> next) {
        return runs.stream().anyMatch(run -> !run.isEmpty() && !isOfWord(run.charAt(run.length() - 1)))
                && next.stream().anyMatch(text -> !isOfWord(text.charAt(0)));
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private void endRun() {
        whole = false;
        if (!runs.equals(NOTHING)) {
            found.add(runs);
            runs = NOTHING;
        }
    }
}
