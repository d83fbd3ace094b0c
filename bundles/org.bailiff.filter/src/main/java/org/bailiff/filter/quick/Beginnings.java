// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/** What the matches of a part of a regex can begin with, told from its tree. */
final class Beginnings {
    private Beginnings() {}

    /** At least that; everything if it may take nothing, or what it looks at is remembered. */
    static ByteSet of(Node node, boolean anyCase) {
        return Width.of(node).least() == 0 ? ByteSet.ANYTHING : ofTaking(node, anyCase);
    }

    /** What it begins with where it takes something. */
    private static ByteSet ofTaking(Node node, boolean anyCase) {
        if (node instanceof Node.Literal literal) {
            return Alphabet.of(literal, anyCase).set();
        }
        if (node instanceof Node.OneOf oneOf) {
            return Alphabet.of(oneOf, anyCase).set();
        }
        if (node instanceof Node.BackReference || Suitability.isLookAround(node) && Suitability.captures(node)) {
            return ByteSet.ANYTHING;
        }
        ByteSet begin = ByteSet.NOTHING;
        for (Node child : Children.of(node)) {
            begin = begin.or(ofTaking(child, node instanceof Node.CaseScope scope ? scope.anyCase() : anyCase));
            if (node instanceof Node.Sequence && Width.of(child).least() > 0) {
                break;
            }
        }
        return begin;
    }
}
