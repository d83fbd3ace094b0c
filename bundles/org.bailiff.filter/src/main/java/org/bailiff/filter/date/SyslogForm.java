// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

/** {@code Nov 23 02:20:22 }, as in RFC 3164, with neither fraction nor year. */
final class SyslogForm implements PlainForm {
    private static final int LENGTH = 15;

    @Override
    public int read(byte[] bytes, int start, int lineEnd, DateFields fields) {
        if (lineEnd - start < LENGTH + OUTLOOK) {
            return UNKNOWN;
        }
        fields.clear();
        fields.month = month(bytes[start] << 16 | bytes[start + 1] << 8 | bytes[start + 2]);
        fields.day = bytes[start + 4] == ' ' ? bytes[start + 5] - '0' : PlainForm.two(bytes, start + 4);
        boolean certain = fields.month > 0
                && PlainForm.isWithin(fields.day, 1, bytes[start + 4] == ' ' ? 9 : 31)
                && bytes[start + 3] == ' '
                && bytes[start + 6] == ' '
                && PlainForm.time(bytes, start + 7, fields)
                && bytes[start + LENGTH] == ' '
                && !mayBeginYear(bytes[start + LENGTH + 1]);
        return certain ? start + LENGTH : UNKNOWN;
    }

    private static boolean mayBeginYear(byte character) {
        return character == '1' || character == '2';
    }

    /** Its number, or 0. */
    private static int month(int name) {
        return switch (name) {
            case 'J' << 16 | 'a' << 8 | 'n' -> 1;
            case 'F' << 16 | 'e' << 8 | 'b' -> 2;
            case 'M' << 16 | 'a' << 8 | 'r' -> 3;
            case 'A' << 16 | 'p' << 8 | 'r' -> 4;
            case 'M' << 16 | 'a' << 8 | 'y' -> 5;
            case 'J' << 16 | 'u' << 8 | 'n' -> 6;
            case 'J' << 16 | 'u' << 8 | 'l' -> 7;
            case 'A' << 16 | 'u' << 8 | 'g' -> 8;
            case 'S' << 16 | 'e' << 8 | 'p' -> 9;
            case 'O' << 16 | 'c' << 8 | 't' -> 10;
            case 'N' << 16 | 'o' << 8 | 'v' -> 11;
            case 'D' << 16 | 'e' << 8 | 'c' -> 12;
            default -> 0;
        };
    }
}
