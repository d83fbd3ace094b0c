// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Tells whether what a part of a regex takes begins and ends with characters of words. */
final class WordEdges {
    /**
     * What may stand at an edge.
     *
     * @param other whether it may be a character of no word
     * @param nothing whether the part may take nothing at all
     */
    private record Edge(boolean other, boolean nothing) {
        static final Edge EMPTY = new Edge(false, true);

        Edge or(Edge alternative) {
            return new Edge(other || alternative.other, nothing || alternative.nothing);
        }

        Edge then(Edge next) {
            return nothing ? new Edge(other || next.other, next.nothing) : this;
        }
    }

    private final boolean fromEnd;

    private WordEdges(boolean fromEnd) {
        this.fromEnd = fromEnd;
    }

    /**
     * Whether both edges of the named group's matches are characters of words, and never nothing. What begins with the
     * line does as well: nothing stands before it.
     */
    static boolean areWords(Node tree, String group) {
        Node.Capture capture = find(tree, group);
        return capture != null
                && (beginsLine(capture.body()) || isWord(capture.body(), false) && isWord(capture.body(), true));
    }

    private static boolean beginsLine(Node body) {
        return body instanceof Node.Sequence sequence
                && !sequence.parts().isEmpty()
                && sequence.parts().get(0) instanceof Node.Place place
                && place.java().equals("^");
    }

    private static boolean isWord(Node node, boolean fromEnd) {
        Edge edge = new WordEdges(fromEnd).edge(node);
        return !edge.other() && !edge.nothing();
    }

    private static Node.Capture find(Node node, String group) {
        if (node instanceof Node.Capture capture
                && capture.name().filter(group::equals).isPresent()) {
            return capture;
        }
        for (Node child : Children.of(node)) {
            Node.Capture found = find(child, group);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Edge edge(Node node) {
        if (node instanceof Node.Literal literal) {
            return new Edge(!isOfWord(literal.codePoint()), false);
        }
        if (node instanceof Node.OneOf oneOf) {
            return new Edge(takesOther(oneOf), false);
        }
        if (node instanceof Node.Sequence sequence) {
            if (!fromEnd
                    && !sequence.parts().isEmpty()
                    && isNoWordBefore(sequence.parts().get(0))) {
                return new Edge(false, false);
            }
            List<Node> parts = new ArrayList<>(sequence.parts());
            if (fromEnd) {
                Collections.reverse(parts);
            }
            return parts.stream().map(this::edge).reduce(Edge.EMPTY, Edge::then);
        }
        if (node instanceof Node.Repeat repeat) {
            Edge body = edge(repeat.body());
            return repeat.least() == 0 ? body.or(Edge.EMPTY) : body;
        }
        if (node instanceof Node.Choice || node instanceof Node.Capture || node instanceof Node.CaseScope) {
            return Children.of(node).stream().map(this::edge).reduce(new Edge(false, false), Edge::or);
        }
        boolean takesNothing = node instanceof Node.Place || node instanceof Node.Look;
        return takesNothing ? Edge.EMPTY : new Edge(true, true);
    }

    /** {@code (?<!\w)}: what begins behind no word is as good as what begins with one. */
    private static boolean isNoWordBefore(Node node) {
        return node instanceof Node.Look look
                && look.opening().equals("(?<!")
                && look.body() instanceof Node.OneOf oneOf
                && oneOf.java().equals("[" + CharacterClasses.members('w') + "]");
    }

    private static boolean takesOther(Node.OneOf oneOf) {
        Pattern pattern = Pattern.compile(oneOf.java());
        for (int codePoint = 0; codePoint < 0x100; codePoint++) {
            if (!isOfWord(codePoint)
                    && pattern.matcher(Character.toString(codePoint)).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_';
    }
}
