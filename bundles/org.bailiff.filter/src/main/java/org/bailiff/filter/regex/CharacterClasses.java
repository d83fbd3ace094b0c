// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

/** Python 3's classes of characters, written for Java: both speak of Unicode, but not of the same characters. */
public final class CharacterClasses {
    private static final String DIGIT = "0-9\\p{Nd}";
    private static final String WORD = "\\p{L}\\p{N}_";
    /** As one property and a range: a list of ranges is asked one by one, for every character of a line. */
    private static final String SPACE = "\\p{IsWhite_Space}\\x1c-\\x1f";

    /** Between a word character and another; written out, because Java's own changed its meaning with Java 19. */
    public static final String WORD_BOUNDARY =
            "(?:(?<=[" + WORD + "])(?![" + WORD + "])|(?<![" + WORD + "])(?=[" + WORD + "]))";

    /** Between two word characters, or two others, or at the edge of the text beside another. */
    public static final String NO_WORD_BOUNDARY =
            "(?:(?<=[" + WORD + "])(?=[" + WORD + "])|(?<![" + WORD + "])(?![" + WORD + "]))";

    private CharacterClasses() {}

    /** What stands within brackets for {@code \d}, {@code \W} and their like, or null for another letter. */
    static String members(int letter) {
        return switch (letter) {
            case 'd' -> DIGIT;
            case 'D' -> "[^" + DIGIT + "]";
            case 'w' -> WORD;
            case 'W' -> "[^" + WORD + "]";
            case 's' -> SPACE;
            case 'S' -> "[^" + SPACE + "]";
            default -> null;
        };
    }

    /** The character for Java, within brackets or outside. */
    static String quoted(int codePoint) {
        if (codePoint < 0x20 || codePoint == 0x7f || codePoint > 0xffff || Character.isSurrogate((char) codePoint)) {
            return String.format("\\x{%x}", codePoint);
        }
        boolean plain = codePoint >= 0x80 || Character.isLetterOrDigit(codePoint) || codePoint == ' ';
        return (plain ? "" : "\\") + Character.toString(codePoint);
    }
}
