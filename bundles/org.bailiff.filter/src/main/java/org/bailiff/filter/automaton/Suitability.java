// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/**
 * Tells which regexes an automaton can run. Not those that compare texts, hold on to what they took, or leave to the order
 * of trying what a group took at last.
 */
final class Suitability {
    /** A part that is counted is written so often. */
    private static final int MOST_ROUNDS = 500;

    private static final String POSSESSIVE = "+";

    private Suitability() {}

    static boolean isSuited(Node node) {
        return isKnown(node) && Children.of(node).stream().allMatch(Suitability::isSuited);
    }

    private static boolean isKnown(Node node) {
        if (node instanceof Node.Place place) {
            return Places.find(place).isPresent();
        }
        if (node instanceof Node.Look look) {
            return isKnown(look);
        }
        if (node instanceof Node.Repeat repeat) {
            return isKnown(repeat);
        }
        return !(node instanceof Node.BackReference);
    }

    private static boolean isKnown(Node.Look look) {
        return switch (look.opening()) {
            case "(?=", "(?!" -> isPlain(look.body());
            case "(?<=", "(?<!" -> look.body() instanceof Node.OneOf || look.body() instanceof Node.Literal;
            default -> false;
        };
    }

    /** Whether it only takes bytes. */
    private static boolean isPlain(Node body) {
        boolean plain =
                !(body instanceof Node.Look || body instanceof Node.Capture || body instanceof Node.Conditional);
        return plain && Children.of(body).stream().allMatch(Suitability::isPlain);
    }

    private static boolean isKnown(Node.Repeat repeat) {
        boolean isOption = repeat.least() == 0 && repeat.most() == 1;
        boolean bounded = repeat.least() <= MOST_ROUNDS && repeat.most() <= MOST_ROUNDS;
        boolean definite = isOption || least(repeat.body()) > 0 && !captures(repeat.body());
        return bounded && definite && !repeat.manner().equals(POSSESSIVE);
    }

    private static boolean captures(Node node) {
        return node instanceof Node.Capture || Children.of(node).stream().anyMatch(Suitability::captures);
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
        boolean takes = !(node instanceof Node.Look);
        return takes
                ? Children.of(node).stream().mapToInt(Suitability::least).max().orElse(0)
                : 0;
    }
}
