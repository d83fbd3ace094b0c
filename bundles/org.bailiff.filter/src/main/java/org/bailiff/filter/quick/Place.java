// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Kinds of places between bytes. */
enum Place {
    LINE_BEGIN,
    LINE_END,
    TEXT_BEGIN,
    TEXT_END,
    WORD_EDGE,
    NO_WORD_EDGE;

    private static final byte NEW_LINE = '\n';
    private static final ByteSet LINE_ENDS = ByteSet.of(NEW_LINE).or(ByteSet.END);

    /** Whether this place is there. As in Java, no line begins at the end of the text. */
    boolean isAt(QuickText text, int at) {
        // Nearly all are these two.
        if (this == LINE_END) {
            return at == text.to || text.bytes[at] == NEW_LINE;
        }
        if (this == LINE_BEGIN) {
            return at < text.to && (at == text.from || text.bytes[at - 1] == NEW_LINE);
        }
        return isRareAt(text, at);
    }

    private boolean isRareAt(QuickText text, int at) {
        return switch (this) {
            case TEXT_BEGIN -> at == text.from;
            case TEXT_END -> at == text.to;
            case WORD_EDGE -> isWordBefore(text, at) != isWordAt(text, at);
            case NO_WORD_EDGE -> isWordBefore(text, at) == isWordAt(text, at);
            case LINE_BEGIN, LINE_END -> throw new IllegalStateException("they are no rare places");
        };
    }

    /** What may stand behind it, as far as that is worth regarding. */
    ByteSet before() {
        return switch (this) {
            case LINE_END -> LINE_ENDS;
            case TEXT_END -> ByteSet.END;
            case LINE_BEGIN, TEXT_BEGIN, WORD_EDGE, NO_WORD_EDGE -> ByteSet.ANYTHING;
        };
    }

    private static boolean isWordBefore(QuickText text, int at) {
        return at > text.from && isOfWord(text.bytes[at - 1]);
    }

    private static boolean isWordAt(QuickText text, int at) {
        return at < text.to && isOfWord(text.bytes[at]);
    }

    private static boolean isOfWord(byte found) {
        return found >= 'a' && found <= 'z'
                || found >= 'A' && found <= 'Z'
                || found >= '0' && found <= '9'
                || found == '_';
    }
}
