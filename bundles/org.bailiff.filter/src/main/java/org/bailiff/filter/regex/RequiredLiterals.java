// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds texts of which every match holds at least one, as it stands: a line without any of them need not be tried.
 *
 * <p>It is conservative: only characters that must follow each other in any match make a text; what is optional, looked
 * at, repeated, or does not regard case, makes none. A text holds no two characters side by side of which neither belongs
 * to a word: a date may have been cut out between them, and then the line as it stands does not hold the text.
 */
final class RequiredLiterals {
    private static final int MOST_ALTERNATIVES = 24;

    /** Regexes see it, the bytes of a line do not hold it. */
    private static final char LINE_END = '\n';

    private final List<Set<String>> found = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();

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
            append((char) literal.codePoint());
        } else if (node instanceof Node.Sequence || node instanceof Node.Capture || node instanceof Node.CaseScope) {
            Children.of(node).forEach(this::visit);
        } else if (!(node instanceof Node.Place)) {
            endRun();
            visitApart(node);
        }
    }

    private void append(char next) {
        if (run.length() > 0 && !isOfWord(next) && !isOfWord(run.charAt(run.length() - 1))) {
            endRun();
        }
        run.append(next);
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    /** What neither continues the run before it nor is continued by the one behind it. */
    private void visitApart(Node node) {
        if (node instanceof Node.Choice choice) {
            unite(choice).ifPresent(found::add);
        } else if (node instanceof Node.Repeat repeat && repeat.least() > 0) {
            of(repeat.body()).ifPresent(found::add);
        }
    }

    private static Optional<Set<String>> unite(Node.Choice choice) {
        Set<String> all = new LinkedHashSet<>();
        for (Node branch : choice.branches()) {
            Optional<Set<String>> required = of(branch);
            if (required.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(required.get());
        }
        return all.size() > MOST_ALTERNATIVES ? Optional.empty() : Optional.of(all);
    }

    private void endRun() {
        if (run.length() > 0) {
            found.add(Set.of(run.toString()));
            run.setLength(0);
        }
    }
}
