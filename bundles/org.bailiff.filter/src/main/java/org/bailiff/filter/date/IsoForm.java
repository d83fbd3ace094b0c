// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

/** {@code 2026-11-23T02:20:22.123456+01:00}, as in RFC 3339; also with a blank, and without fraction or zone. */
final class IsoForm implements PlainForm {
    private static final int SECONDS_END = 19;
    private static final int OFFSET_LENGTH = 6;
    private static final int MOST_DIGITS = 6;
    private static final int NANO_DIGITS = 9;

    @Override
    public int read(byte[] bytes, int start, int lineEnd, DateFields fields) {
        if (lineEnd - start < SECONDS_END + OUTLOOK || !readToSeconds(bytes, start, fields)) {
            return UNKNOWN;
        }
        int end = fraction(bytes, start + SECONDS_END, lineEnd, fields);
        int dateEnd = end == UNKNOWN || end + OUTLOOK > lineEnd ? UNKNOWN : zone(bytes, end, lineEnd, fields);
        return dateEnd + OUTLOOK > lineEnd ? UNKNOWN : dateEnd;
    }

    private static boolean readToSeconds(byte[] bytes, int start, DateFields fields) {
        fields.clear();
        fields.year = 100 * PlainForm.two(bytes, start) + PlainForm.two(bytes, start + 2);
        fields.month = PlainForm.two(bytes, start + 5);
        fields.day = PlainForm.two(bytes, start + 8);
        return PlainForm.two(bytes, start + 2) >= 0
                && PlainForm.isWithin(fields.year, 2000, 2039)
                && PlainForm.isWithin(fields.month, 1, 12)
                && PlainForm.isWithin(fields.day, 1, 31)
                && bytes[start + 4] == '-'
                && bytes[start + 7] == '-'
                && (bytes[start + 10] == 'T' || bytes[start + 10] == ' ')
                && PlainForm.time(bytes, start + 11, fields);
    }

    /** Where it ends, or where it would stand. */
    private static int fraction(byte[] bytes, int at, int lineEnd, DateFields fields) {
        if (bytes[at] != '.' && bytes[at] != ',') {
            return at;
        }
        int end = at + 1;
        int nano = 0;
        while (end < lineEnd && PlainForm.isWithin(bytes[end], '0', '9')) {
            nano = end - at <= MOST_DIGITS ? 10 * nano + bytes[end] - '0' : nano;
            end++;
        }
        int digits = end - at - 1;
        for (int digit = digits; digit < NANO_DIGITS; digit++) {
            nano *= 10;
        }
        fields.nano = nano;
        return PlainForm.isWithin(digits, 1, MOST_DIGITS) ? end : UNKNOWN;
    }

    private static int zone(byte[] bytes, int at, int lineEnd, DateFields fields) {
        if (bytes[at] == 'Z') {
            fields.offset = 0;
            return isOfWord(bytes[at + 1]) ? UNKNOWN : at + 1;
        }
        if (bytes[at] == ' ') {
            return mayBeginZone(bytes[at + 1]) ? UNKNOWN : at;
        }
        int end = at + OFFSET_LENGTH;
        if (end >= lineEnd || bytes[at] != '+' && bytes[at] != '-' || bytes[at + 3] != ':' || isOfWord(bytes[end])) {
            return UNKNOWN;
        }
        int hours = PlainForm.two(bytes, at + 1);
        int minutes = PlainForm.two(bytes, at + 4);
        int seconds = 3600 * hours + 60 * minutes;
        fields.offset = bytes[at] == '-' ? -seconds : seconds;
        return PlainForm.isWithin(hours, 0, 17) && minutes >= 0 ? end : UNKNOWN;
    }

    /** Also behind more blanks. */
    private static boolean mayBeginZone(byte character) {
        return character <= ' ' || "ZUG+-".indexOf(character) >= 0;
    }

    private static boolean isOfWord(byte character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }
}
