// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/** Finds the pumps of a regex: for each loop, what makes it and those beside and within it go round. */
public final class Pumps {
    /** A loop that goes round less often makes no long line. */
    private static final int FEW = 20;
    /** So many loops behind the first are fed together. */
    private static final int TOGETHER = 3;
    /** Single characters that are tried as food. */
    private static final String MORSELS = "a1 .:-/([=\"";

    private static final String NOTHING_TAKES = "\u0001";

    private final Node tree;
    private final List<Node.Repeat> loops = new ArrayList<>();
    private final Set<Pump> pumps = new LinkedHashSet<>();

    private Pumps(Node tree) {
        this.tree = tree;
        collect(tree);
    }

    /** In the order of the loops. */
    public static List<Pump> of(Node tree) {
        Pumps found = new Pumps(tree);
        for (int index = 0; index < found.loops.size(); index++) {
            found.feed(index);
        }
        return List.copyOf(found.pumps);
    }

    private void collect(Node node) {
        if (node instanceof Node.Repeat repeat && (repeat.most() == Node.ENDLESS || repeat.most() > FEW)) {
            loops.add(repeat);
        }
        Children.of(node).forEach(this::collect);
    }

    private void feed(int index) {
        Node.Repeat loop = loops.get(index);
        Example example = Example.of(tree, Map.of(), loop);
        String before = example.start(loop)
                .map(start -> example.text().substring(0, start))
                .orElse("");
        String behind = example.end(loop).map(example.text()::substring).orElse("");
        for (String food : foods(index, example)) {
            if (!food.isEmpty()) {
                pumps.add(new Pump(before, food, ""));
                pumps.add(new Pump(before, food, NOTHING_TAKES));
                pumps.add(new Pump(before, food, behind + NOTHING_TAKES));
            }
        }
    }

    private Set<String> foods(int index, Example example) {
        Node.Repeat loop = loops.get(index);
        Set<String> foods = new LinkedHashSet<>();
        addBodies(loop.body(), foods);
        for (int last = index + 1; last < Math.min(index + 1 + TOGETHER, loops.size()); last++) {
            Node.Repeat other = loops.get(last);
            Example both = Example.of(tree, Map.of(), loop, other);
            if (both.start(loop).isPresent() && both.end(other).isPresent()) {
                int start = both.start(loop).get();
                int end = both.end(other).get();
                foods.add(both.text().substring(Math.min(start, end), Math.max(start, end)));
            }
        }
        // All that follows, once more and once more: a loop may end at each of its copies.
        example.start(loop).ifPresent(start -> foods.add(example.text().substring(start)));
        return foods;
    }

    private static void addBodies(Node body, Set<String> foods) {
        foods.add(Example.of(body));
        if (body instanceof Node.OneOf oneOf) {
            Characters characters = Characters.of(oneOf);
            MORSELS.codePoints()
                    .mapToObj(Character::toString)
                    .filter(characters::take)
                    .forEach(foods::add);
        }
        addBranches(body, body, foods);
    }

    /** The body by each way through it. */
    private static void addBranches(Node body, Node within, Set<String> foods) {
        for (Node part : Children.of(within)) {
            if (within instanceof Node.Choice || part instanceof Node.Repeat) {
                foods.add(Example.of(body, Map.of(), part).text());
            }
            addBranches(body, part, foods);
        }
    }
}
