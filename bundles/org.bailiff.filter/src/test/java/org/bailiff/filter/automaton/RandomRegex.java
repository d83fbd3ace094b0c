// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes regexes of all constructs at random, over few letters, so that texts of these letters often match. */
final class RandomRegex {
    private static final int DEEPEST = 4;
    private static final List<String> ATOMS = List.of(
            "a", "b", "c", "ab", "A", " ", "\\n", ".", "[ab]", "[^a]", "\\w", "\\s", "\\S", "(?s:.)", "[a-c ]", "é");
    private static final List<String> PLACES = List.of("^", "$", "\\b", "\\B", "\\A", "\\Z");
    private static final List<String> COUNTS =
            List.of("*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,}", "{0}", "{3,20}", "{12}");
    private static final List<String> MANNERS = List.of("", "", "", "?", "?", "+");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> closed = new ArrayList<>();
    private int groups;

    private RandomRegex(Random random) {
        this.random = random;
    }

    static String of(Random random) {
        RandomRegex regex = new RandomRegex(random);
        regex.text.append(random.nextInt(3) == 0 ? "^" : "").append(random.nextInt(6) == 0 ? "(?i)" : "");
        regex.choice(0, true);
        return regex.text.toString();
    }

    /** One that asks at its end for a group that a choice before it took, or did not. */
    static String withCondition(Random random) {
        RandomRegex regex = new RandomRegex(random);
        boolean captures = random.nextBoolean();
        regex.groups = captures ? 2 : 1;
        regex.text.append(captures ? "((" : "(?:(");
        regex.choice(DEEPEST - 1, true);
        regex.text.append(")|");
        regex.choice(DEEPEST - 1, true);
        regex.text.append(')');
        regex.part(DEEPEST - 1, true);
        regex.text.append("(?(").append(captures ? 2 : 1).append(')');
        regex.text
                .append(regex.pick(ATOMS))
                .append('|')
                .append(regex.pick(ATOMS))
                .append(')');
        regex.part(DEEPEST, true);
        return regex.text.toString();
    }

    private void choice(int depth, boolean mayBeEndless) {
        int branches = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        for (int branch = 0; branch < branches; branch++) {
            text.append(branch == 0 ? "" : "|");
            for (int parts = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3); parts > 0; parts--) {
                part(depth, mayBeEndless);
            }
        }
    }

    private void part(int depth, boolean mayBeEndless) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            text.append(pick(PLACES));
        } else if (depth >= DEEPEST || kind < 5) {
            text.append(pick(ATOMS));
            repeat(mayBeEndless);
        } else if (kind == 5) {
            look(depth);
        } else if (kind == 6 && !closed.isEmpty() && mayBeEndless) {
            reference(depth);
        } else {
            group(depth, mayBeEndless);
        }
    }

    private void look(int depth) {
        boolean behind = random.nextBoolean();
        text.append(behind ? "(?<" : "(?").append(random.nextBoolean() ? "=" : "!");
        if (random.nextInt(3) == 0) {
            text.append(pick(ATOMS));
        } else {
            choice(depth + 1, !behind);
        }
        text.append(')');
    }

    private void reference(int depth) {
        int group = closed.get(random.nextInt(closed.size()));
        if (random.nextBoolean()) {
            text.append("(?:\\").append(group).append(')');
            repeat(true);
            return;
        }
        text.append("(?(")
                .append(group)
                .append(')')
                .append(pick(ATOMS))
                .append('|')
                .append(pick(ATOMS))
                .append(')');
    }

    private void group(int depth, boolean mayBeEndless) {
        boolean captures = random.nextInt(5) < 2;
        int number = captures ? ++groups : 0;
        String other = random.nextInt(6) == 0 ? "(?>" : random.nextInt(6) == 0 ? "(?i:" : "(?:";
        text.append(captures ? "(" : other);
        choice(depth + 1, mayBeEndless);
        text.append(')');
        if (captures) {
            closed.add(number);
        }
        repeat(mayBeEndless);
    }

    private void repeat(boolean mayBeEndless) {
        if (random.nextInt(5) < 3) {
            return;
        }
        String count = pick(COUNTS);
        boolean isBound = count.equals("?") || count.startsWith("{") && !count.endsWith(",}");
        if (mayBeEndless || isBound) {
            // What is repeated may be more than one letter.
            text.append(count).append(pick(MANNERS));
        }
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
