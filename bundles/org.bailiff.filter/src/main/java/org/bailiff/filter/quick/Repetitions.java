// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.List;
import java.util.Optional;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;
import org.bailiff.filter.regex.Unrolling;

/** Makes steps from what is repeated. */
final class Repetitions {
    private static final String LAZY = "?";
    /** So many copies of a part are made at most, in place of counting. */
    private static final int MOST_COPIES = 10;
    /** And so many nodes in all of them. */
    private static final int MOST_NODES = 120;

    private final Assembly assembly;

    Repetitions(Assembly assembly) {
        this.assembly = assembly;
    }

    Step step(Node.Repeat repeat, Step next, boolean anyCase) {
        Optional<Node> unrolled = Unrolling.of(repeat);
        if (unrolled.isPresent()) {
            return assembly.step(unrolled.get(), next, anyCase);
        }
        if (repeat.most() == 0) {
            return next;
        }
        Optional<Step> loop = byteLoop(repeat, next, anyCase);
        if (loop.isPresent()) {
            return loop.get();
        }
        boolean remembers = Rigidity.isWhole(repeat) && Suitability.captures(repeat.body());
        if (Rigidity.isPossessive(repeat) || remembers) {
            return whole(repeat, next, anyCase);
        }
        return isCopied(repeat) ? copies(repeat, next, anyCase) : loop(repeat, next, anyCase);
    }

    private Optional<Step> byteLoop(Node.Repeat repeat, Step next, boolean anyCase) {
        Node body = repeat.body();
        if (body instanceof Node.Sequence sequence
                && sequence.parts().size() == 2
                && sequence.parts().get(0) instanceof Node.Look look
                && look.opening().equals("(?!")
                && !Suitability.captures(look)) {
            Step guard = assembly.alone(look.body(), anyCase);
            return alphabet(sequence.parts().get(1), anyCase)
                    .map(takes ->
                            byteLoop(repeat, new ByteLoop.Body(takes, guard, repeat.least(), most(repeat)), next));
        }
        return alphabet(body, anyCase)
                .map(takes -> byteLoop(repeat, new ByteLoop.Body(takes, null, repeat.least(), most(repeat)), next));
    }

    private static Optional<Alphabet> alphabet(Node node, boolean anyCase) {
        if (node instanceof Node.OneOf oneOf) {
            return Optional.of(Alphabet.of(oneOf, anyCase));
        }
        return node instanceof Node.Literal literal ? Optional.of(Alphabet.of(literal, anyCase)) : Optional.empty();
    }

    /** Where what follows cannot begin within what the loop takes, there is no way but to take all. */
    private static Step byteLoop(Node.Repeat repeat, ByteLoop.Body body, Step next) {
        boolean takesAll = Rigidity.isPossessive(repeat)
                || body.least() == body.most()
                || Outlook.first(next).isApart(body.alphabet().set());
        if (takesAll) {
            return new FullLoop(body, next);
        }
        return isLazy(repeat) ? new LazyLoop(body, next) : new GreedyLoop(body, next);
    }

    private Step whole(Node.Repeat repeat, Step next, boolean anyCase) {
        WholeRounds.Manner manner = Rigidity.isPossessive(repeat)
                ? WholeRounds.Manner.ALL
                : isLazy(repeat) ? WholeRounds.Manner.FEW : WholeRounds.Manner.MANY;
        Step body = assembly.alone(repeat.body(), anyCase);
        return new WholeRounds(body, repeat.least(), most(repeat), manner, next);
    }

    /** A part that may take nothing ends its repetition when it does, so that only one round can be copied. */
    private static boolean isCopied(Node.Repeat repeat) {
        if (most(repeat) == 1) {
            return true;
        }
        int copies = repeat.most() == Node.ENDLESS ? repeat.least() : repeat.most();
        return copies > 0
                && copies <= MOST_COPIES
                && copies * nodes(repeat.body()) <= MOST_NODES
                && Width.of(repeat.body()).least() > 0;
    }

    private static int nodes(Node node) {
        int inner = Children.of(node).stream().mapToInt(Repetitions::nodes).sum();
        int copies = node instanceof Node.Repeat repeat ? Math.min(Math.max(repeat.most(), 1), MOST_COPIES) : 1;
        return Math.min(1 + inner * copies, MOST_NODES + 1);
    }

    private Step copies(Node.Repeat repeat, Step next, boolean anyCase) {
        Step step = next;
        if (repeat.most() == Node.ENDLESS) {
            step = loop(new Node.Repeat(repeat.body(), 0, Node.ENDLESS, repeat.manner()), next, anyCase);
        }
        for (int count = repeat.least(); count < repeat.most(); count++) {
            Step taken = assembly.step(repeat.body(), step, anyCase);
            step = isLazy(repeat) ? new Fork(List.of(next, taken)) : new Fork(List.of(taken, next));
        }
        for (int count = 0; count < repeat.least(); count++) {
            step = assembly.step(repeat.body(), step, anyCase);
        }
        return step;
    }

    private Step loop(Node.Repeat repeat, Step next, boolean anyCase) {
        if (Rigidity.isRigid(repeat.body()) && !Suitability.captures(repeat.body())) {
            return whole(repeat, next, anyCase);
        }
        boolean isUncounted = repeat.least() == 0 && repeat.most() == Node.ENDLESS;
        if (isUncounted && Width.of(repeat.body()).least() > 0) {
            Star star = new Star(Beginnings.of(repeat.body(), anyCase), isLazy(repeat), next);
            star.repeat(assembly.step(repeat.body(), star, anyCase));
            return star;
        }
        Rounds.Count count = new Rounds.Count(repeat.least(), most(repeat), isLazy(repeat));
        Rounds rounds = new Rounds(count, assembly.reserve(2), next);
        rounds.repeat(assembly.step(repeat.body(), rounds.again(), anyCase));
        return rounds;
    }

    private static int most(Node.Repeat repeat) {
        return repeat.most() == Node.ENDLESS ? Integer.MAX_VALUE : repeat.most();
    }

    private static boolean isLazy(Node.Repeat repeat) {
        return repeat.manner().equals(LAZY);
    }
}
