// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

/** Kinds of places between bytes. What stands before or behind may be {@link Bytes#NOTHING}. */
enum Place {
    LINE_BEGIN,
    LINE_END,
    TEXT_BEGIN,
    TEXT_END,
    WORD_EDGE,
    NO_WORD_EDGE;

    private static final int NEW_LINE = '\n';

    /** Whether this place is there, between these bytes. As in Java, no line begins at the end of the text. */
    boolean isBetween(int before, int behind) {
        return switch (this) {
            case LINE_BEGIN -> behind != Bytes.NOTHING && (before == Bytes.NOTHING || before == NEW_LINE);
            case LINE_END -> behind == Bytes.NOTHING || behind == NEW_LINE;
            case TEXT_BEGIN -> before == Bytes.NOTHING;
            case TEXT_END -> behind == Bytes.NOTHING;
            case WORD_EDGE -> isOfWord(before) != isOfWord(behind);
            case NO_WORD_EDGE -> isOfWord(before) == isOfWord(behind);
        };
    }

    /** Whether it depends on what stands before. */
    boolean asksBefore() {
        return this != LINE_END && this != TEXT_END;
    }

    private static boolean isOfWord(int found) {
        return found >= 'a' && found <= 'z'
                || found >= 'A' && found <= 'Z'
                || found >= '0' && found <= '9'
                || found == '_';
    }
}
