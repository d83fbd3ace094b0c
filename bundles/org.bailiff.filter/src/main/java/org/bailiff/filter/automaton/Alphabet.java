// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.filter.regex.Node;

/**
 * The ASCII bytes that a class of a regex takes: Java is asked for each. Most regexes use the same few classes, so that these
 * are kept. Thread-safe.
 *
 * @param table the set, a place for each byte
 */
record Alphabet(ByteSet set, boolean[] table) {
    private static final int FLAGS = Pattern.UNIX_LINES | Pattern.MULTILINE;
    private static final int ANY_CASE = FLAGS | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int MOST_KNOWN = 1000;

    /** By flags and text. */
    private static final Map<String, Alphabet> KNOWN = new ConcurrentHashMap<>();

    static Alphabet of(Node.OneOf oneOf, boolean anyCase) {
        return of(oneOf.java(), anyCase);
    }

    static Alphabet of(Node.Literal literal, boolean anyCase) {
        return of(Pattern.quote(Character.toString(literal.codePoint())), anyCase);
    }

    private static Alphabet of(String java, boolean anyCase) {
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent((anyCase ? "i" : "-") + java, first -> asked(java, anyCase));
    }

    private static Alphabet asked(String java, boolean anyCase) {
        Matcher matcher = Pattern.compile(java, anyCase ? ANY_CASE : FLAGS).matcher("");
        ByteSet set = ByteSet.NOTHING;
        for (int character = 0; character < ByteSet.SIZE; character++) {
            if (matcher.reset(Character.toString(character)).matches()) {
                set = set.or(ByteSet.of(character));
            }
        }
        return new Alphabet(set, set.table());
    }
}
