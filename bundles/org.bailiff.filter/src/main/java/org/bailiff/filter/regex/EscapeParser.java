// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

/** Python's escapes for single characters, as they stand behind a backslash within brackets and outside. */
final class EscapeParser {
    private static final String OCTAL = "01234567";
    private static final String HEXADECIMAL = "0123456789abcdefABCDEF";

    private final Cursor cursor;

    EscapeParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /**
     * The character that the escape stands for.
     *
     * @param letter what follows the backslash, taken already
     */
    int character(int letter) throws RegexSyntaxException {
        return switch (letter) {
            case 'a' -> 0x07;
            case 'f' -> 0x0c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            default -> octalOrItself(letter);
        };
    }

    private int octalOrItself(int letter) throws RegexSyntaxException {
        if (letter >= '0' && letter <= '7') {
            return Integer.parseInt((char) letter + cursor.run(OCTAL, 2), 8) & 0xff;
        }
        if (letter < 0x80 && Character.isLetterOrDigit(letter)) {
            throw cursor.error("'\\" + (char) letter + "' is not known");
        }
        return letter;
    }

    private int hexadecimal(int digits) throws RegexSyntaxException {
        String number = cursor.run(HEXADECIMAL, digits);
        if (number.length() < digits) {
            throw cursor.error("an escape needs " + digits + " hexadecimal digits");
        }
        long codePoint = Long.parseLong(number, 16);
        if (codePoint > Character.MAX_CODE_POINT) {
            throw cursor.error("there is no character " + number);
        }
        return (int) codePoint;
    }
}
