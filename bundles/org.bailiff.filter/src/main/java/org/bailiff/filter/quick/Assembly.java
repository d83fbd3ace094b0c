// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.filter.regex.JavaGroups;
import org.bailiff.filter.regex.Node;

/** Makes steps from a tree, from its end to its begin. Used for one regex. */
final class Assembly {
    private final JavaGroups groups;
    private final Repetitions repetitions = new Repetitions(this);
    private int slots;

    Assembly(JavaGroups groups) {
        this.groups = groups;
    }

    /** Makes room for what a step keeps while it runs; the number of the first place. */
    int reserve(int count) {
        slots += count;
        return slots - count;
    }

    /** How many places were reserved. */
    int slots() {
        return slots;
    }

    /**
     * What matches as the node does, and then the next.
     *
     * @param node of a tree that is suited
     */
    Step step(Node node, Step next, boolean anyCase) {
        if (node instanceof Node.Sequence || node instanceof Node.Literal) {
            return sequence(node, next, anyCase);
        }
        if (node instanceof Node.OneOf oneOf) {
            return oneByte(Alphabet.of(oneOf, anyCase), next);
        }
        if (node instanceof Node.Place place) {
            return new AtPlace(Places.find(place).orElseThrow(), next);
        }
        if (node instanceof Node.Choice choice) {
            return choice(choice, next, anyCase);
        }
        if (node instanceof Node.Repeat repeat) {
            return repetitions.step(repeat, next, anyCase);
        }
        return group(node, next, anyCase);
    }

    private Step group(Node node, Step next, boolean anyCase) {
        if (node instanceof Node.CaseScope scope) {
            return step(scope.body(), next, scope.anyCase());
        }
        if (node instanceof Node.Capture capture) {
            return capture(capture, next, anyCase);
        }
        if (node instanceof Node.BackReference reference) {
            return new Reference(groups.number(reference.group()), anyCase, next);
        }
        if (node instanceof Node.Conditional conditional) {
            Step taken = step(conditional.taken(), next, anyCase);
            Step otherwise = step(conditional.otherwise(), next, anyCase);
            return new Condition(groups.marker(conditional.group()), taken, otherwise);
        }
        return look((Node.Look) node, next, anyCase);
    }

    private static Step oneByte(Alphabet alphabet, Step next) {
        return new OneByte(alphabet.set(), alphabet.table(), next);
    }

    private Step choice(Node.Choice choice, Step next, boolean anyCase) {
        return new Fork(choice.branches().stream()
                .map(branch -> step(branch, next, anyCase))
                .toList());
    }

    private Step capture(Node.Capture capture, Step next, boolean anyCase) {
        int number = groups.number(capture.number());
        Width width = Width.of(capture.body());
        int slot = width.isFixed() ? 0 : reserve(1);
        Step end = width.isFixed() ? new FixedGroupEnd(number, width.least(), next) : new GroupEnd(number, slot, next);
        Step marked =
                groups.isMarked(capture.number()) ? new FixedGroupEnd(groups.marker(capture.number()), 0, end) : end;
        Step body = step(capture.body(), marked, anyCase);
        return width.isFixed() ? body : new GroupBegin(slot, body);
    }

    private Step look(Node.Look look, Step next, boolean anyCase) {
        boolean wanted = !look.opening().endsWith("!");
        return switch (look.opening()) {
            case Suitability.ATOMIC -> new Atomic(alone(look.body(), anyCase), next);
            case "(?=", "(?!" -> ahead(look.body(), wanted, next, anyCase);
            default -> behind(look.body(), wanted, next, anyCase);
        };
    }

    private Step ahead(Node body, boolean wanted, Step next, boolean anyCase) {
        boolean captures = Suitability.captures(body);
        Step step = alone(body, anyCase);
        ByteSet first = Outlook.first(step);
        ByteSet unwanted = body instanceof Node.OneOf ? first.complement() : ByteSet.ANYTHING;
        return new Ahead(step, wanted, wanted ? first : unwanted, captures, next);
    }

    private Step behind(Node body, boolean wanted, Step next, boolean anyCase) {
        if (body instanceof Node.OneOf oneOf) {
            return new ByteBehind(Alphabet.of(oneOf, anyCase).table(), wanted, next);
        }
        Step step = step(body, new Behind.Here(), anyCase);
        return new Behind(step, Width.of(body), wanted, Suitability.captures(body), next);
    }

    /** The node, matched by itself. */
    Step alone(Node node, boolean anyCase) {
        return step(node, new Finish(), anyCase);
    }

    /** Literals that stand together are compared together. */
    private Step sequence(Node node, Step next, boolean anyCase) {
        List<Node> parts = new ArrayList<>();
        flatten(node, parts);
        Step step = next;
        int end = parts.size();
        while (end > 0) {
            int start = end;
            while (start > 0 && isAscii(parts.get(start - 1))) {
                start--;
            }
            if (start < end) {
                step = literals(parts.subList(start, end), step, anyCase);
            } else {
                start--;
                Node part = parts.get(start);
                step = part instanceof Node.Literal literal
                        ? oneByte(Alphabet.of(literal, anyCase), step)
                        : step(part, step, anyCase);
            }
            end = start;
        }
        return step;
    }

    private static void flatten(Node node, List<Node> parts) {
        if (node instanceof Node.Sequence sequence) {
            sequence.parts().forEach(part -> flatten(part, parts));
        } else {
            parts.add(node);
        }
    }

    private static boolean isAscii(Node node) {
        return node instanceof Node.Literal literal && literal.codePoint() < ByteSet.SIZE;
    }

    private static Step literals(List<Node> parts, Step next, boolean anyCase) {
        byte[] bytes = new byte[parts.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) ((Node.Literal) parts.get(index)).codePoint();
        }
        return anyCase ? new AnyCase(bytes, next) : new Verbatim(bytes, next);
    }
}
