// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;
import org.bailiff.filter.regex.Unrolling;

/**
 * Tells whether an automaton can run a regex. Not one that compares longer texts, holds on to what it took, or leaves to the
 * order of trying what a group took at last. Used for one regex.
 */
final class Suitability {
    private static final String POSSESSIVE = "+";

    private final Node tree;
    /** The groups of which it matters what they took. */
    private final Set<Integer> groups;

    private Suitability(Node tree, List<Integer> noted) {
        this.tree = tree;
        this.groups = new HashSet<>(noted);
        collectAsked(tree);
    }

    /** @param noted the numbers of the groups of which it is noted what they took */
    static boolean isSuited(Node tree, List<Integer> noted) {
        Suitability suitability = new Suitability(tree, noted);
        return suitability.isSuited(tree);
    }

    private void collectAsked(Node node) {
        if (node instanceof Node.Conditional conditional) {
            groups.add(conditional.group());
        } else if (node instanceof Node.BackReference reference) {
            groups.add(reference.group());
        }
        Children.of(node).forEach(this::collectAsked);
    }

    private boolean isSuited(Node node) {
        return isKnown(node) && Children.of(node).stream().allMatch(this::isSuited);
    }

    private boolean isKnown(Node node) {
        if (node instanceof Node.Place place) {
            return Places.find(place).isPresent();
        }
        if (node instanceof Node.Look look) {
            return look.opening().equals("(?=") || !look.opening().equals("(?>") && isPlain(look.body());
        }
        if (node instanceof Node.Repeat repeat) {
            return isKnown(repeat);
        }
        return !(node instanceof Node.BackReference reference)
                || !RepeatedGroups.characters(reference.group(), tree).isEmpty();
    }

    /** Whether it only takes bytes. */
    static boolean isPlain(Node body) {
        boolean plain = !(body instanceof Node.Look
                || body instanceof Node.Conditional
                || body instanceof Node.BackReference
                || body instanceof Node.Capture);
        return plain && Children.of(body).stream().allMatch(Suitability::isPlain);
    }

    private boolean isKnown(Node.Repeat repeat) {
        boolean isOption = repeat.least() == 0 && repeat.most() == 1;
        boolean bounded = repeat.least() <= ProgramWriter.MOST_ROUNDS;
        boolean definite =
                isOption || least(repeat.body()) > 0 && (!captures(repeat.body()) || isChoice(repeat.body()));
        return bounded && definite && !repeat.manner().equals(POSSESSIVE);
    }

    /** Whether Java, too, takes back what a group took in a round that came to nothing. */
    private static boolean isChoice(Node node) {
        boolean counts = node instanceof Node.Repeat repeat
                && (repeat.least() != repeat.most() || Unrolling.of(repeat).isPresent());
        return counts
                || node instanceof Node.Choice
                || node instanceof Node.Conditional
                || !(node instanceof Node.Look) && Children.of(node).stream().anyMatch(Suitability::isChoice);
    }

    private boolean captures(Node node) {
        return node instanceof Node.Capture capture && groups.contains(capture.number())
                || Children.of(node).stream().anyMatch(this::captures);
    }

    /** How many bytes it takes at least, as far as it matters whether that is none. */
    private static int least(Node node) {
        if (node instanceof Node.Literal || node instanceof Node.OneOf) {
            return 1;
        }
        if (node instanceof Node.Choice || node instanceof Node.Conditional) {
            return Children.of(node).stream().mapToInt(Suitability::least).min().orElse(0);
        }
        if (node instanceof Node.Repeat repeat) {
            return repeat.least() == 0 ? 0 : least(repeat.body());
        }
        return node instanceof Node.Look
                ? 0
                : Children.of(node).stream().mapToInt(Suitability::least).max().orElse(0);
    }
}
