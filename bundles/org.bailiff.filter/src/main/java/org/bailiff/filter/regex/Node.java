// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.List;
import java.util.Optional;

/** A regex as a tree, free of how Python or Java write it. Groups have Python's numbers. Immutable. */
public sealed interface Node {

    /** No upper bound of a {@link Repeat}. */
    int ENDLESS = -1;

    /**
     * One character.
     *
     * @param anyCase whether its other case will do as well
     */
    record Literal(int codePoint, boolean anyCase) implements Node {}

    /**
     * One of several characters.
     *
     * @param java as Java writes it
     */
    record OneOf(String java) implements Node {}

    /**
     * A place between characters.
     *
     * @param java as Java writes it
     */
    record Place(String java) implements Node {}

    /** One after another. */
    record Sequence(List<Node> parts) implements Node {}

    /** The first that leads to a match. */
    record Choice(List<Node> branches) implements Node {}

    /**
     * Again and again.
     *
     * @param most {@link #ENDLESS} if there is no bound
     * @param manner how much is tried first: empty, {@code ?} or {@code +}
     */
    record Repeat(Node body, int least, int most, String manner) implements Node {}

    /** What it matches is remembered. */
    record Capture(Node body, int number, Optional<String> name) implements Node {}

    /** The body with or without regard to case. */
    record CaseScope(Node body, boolean anyCase) implements Node {}

    /**
     * A body that is looked at and not taken, or never taken back.
     *
     * @param opening as Java and Python both write it: {@code (?=}, {@code (?!}, {@code (?<=}, {@code (?<!}, {@code (?>}
     */
    record Look(Node body, String opening) implements Node {}

    /** What a group has matched, once more. */
    record BackReference(int group) implements Node {}

    /** One way if a group took part so far, the other if not. */
    record Conditional(int group, Node taken, Node otherwise) implements Node {}
}
