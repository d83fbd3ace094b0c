// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.List;
import java.util.Optional;

/**
 * Writes a tree for the JDK. Groups are numbered, not named, because Java's names know no underscore. Python's
 * {@code (?(name)a|b)} becomes a choice on a marker: an empty group inside the named one, whose back-reference matches
 * exactly if the group took part.
 */
final class JavaWriter {
    private final StringBuilder java = new StringBuilder();
    private final JavaGroups groups;

    JavaWriter(Node root, JavaGroups groups) {
        this.groups = groups;
        write(root);
    }

    String java() {
        return java.toString();
    }

    private void write(Node node) {
        if (node instanceof Node.Literal literal) {
            java.append(CharacterClasses.quoted(literal.codePoint()));
        } else if (node instanceof Node.OneOf oneOf) {
            java.append(oneOf.java());
        } else if (node instanceof Node.Place place) {
            java.append(place.java());
        } else if (node instanceof Node.Sequence sequence) {
            sequence.parts().forEach(this::writePart);
        } else if (node instanceof Node.Choice choice) {
            writeBranches(choice.branches());
        } else if (node instanceof Node.Repeat repeat) {
            writeRepeat(repeat);
        } else {
            writeGroup(node);
        }
    }

    private void writeGroup(Node node) {
        if (node instanceof Node.Capture capture) {
            writeCapture(capture);
        } else if (node instanceof Node.CaseScope scope) {
            bracketed(scope.anyCase() ? "(?iu:" : "(?-iu:", scope.body());
        } else if (node instanceof Node.Look look) {
            bracketed(look.opening(), look.body());
        } else if (node instanceof Node.BackReference reference) {
            writeReference(groups.number(reference.group()));
        } else if (node instanceof Node.Conditional conditional) {
            writeConditional(conditional);
        }
    }

    /** A choice within a sequence needs brackets of its own. */
    private void writePart(Node part) {
        if (part instanceof Node.Choice) {
            bracketed("(?:", part);
        } else {
            write(part);
        }
    }

    private void writeBranches(List<Node> branches) {
        String bar = "";
        for (Node branch : branches) {
            java.append(bar);
            write(branch);
            bar = "|";
        }
    }

    private void writeRepeat(Node.Repeat repeat) {
        Optional<Node> unrolled = Unrolling.of(repeat);
        if (unrolled.isPresent()) {
            write(unrolled.get());
            return;
        }
        if (repeat.body() instanceof Node.Literal || repeat.body() instanceof Node.OneOf) {
            write(repeat.body());
        } else {
            bracketed("(?:", repeat.body());
        }
        String most = repeat.most() == Node.ENDLESS ? "" : Integer.toString(repeat.most());
        java.append('{')
                .append(repeat.least())
                .append(',')
                .append(most)
                .append('}')
                .append(repeat.manner());
    }

    private void writeCapture(Node.Capture capture) {
        java.append('(');
        writePart(capture.body());
        java.append(groups.isMarked(capture.number()) ? "())" : ")");
    }

    private void writeConditional(Node.Conditional conditional) {
        int marker = groups.marker(conditional.group());
        java.append("(?:(?=\\").append(marker).append(')');
        writePart(conditional.taken());
        java.append("|(?!\\").append(marker).append(')');
        writePart(conditional.otherwise());
        java.append(')');
    }

    /** In brackets, so that a digit behind it is not taken for a part of the number. */
    private void writeReference(int number) {
        java.append("(?:\\").append(number).append(')');
    }

    private void bracketed(String opening, Node body) {
        java.append(opening);
        write(body);
        java.append(')');
    }
}
