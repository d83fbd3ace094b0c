// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

/**
 * A form of dates that is read by hand at the begin of an ASCII line. Nearly all logs write one of two, and this is many
 * times as fast as their regex, which is run wherever this is not certain to find what the regex does. Immutable.
 */
interface PlainForm {
    /** It is not known whether there is such a date. */
    int UNKNOWN = -1;

    /** So many bytes behind a date are looked at to know that it ends there. */
    int OUTLOOK = 2;

    /**
     * Reads a date with which the line begins.
     *
     * @param fields what it says is left there
     * @return where in the array it ends, exclusive, or {@link #UNKNOWN}
     */
    int read(byte[] bytes, int start, int lineEnd, DateFields fields);

    /** The number that two digits write; below 0 if there is another character. */
    static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1;
    }

    /** Reads {@code 02:20:22}. */
    static boolean time(byte[] bytes, int at, DateFields fields) {
        fields.hour = two(bytes, at);
        fields.minute = two(bytes, at + 3);
        fields.second = two(bytes, at + 6);
        return bytes[at + 2] == ':'
                && bytes[at + 5] == ':'
                && isWithin(fields.hour, 0, 23)
                && isWithin(fields.minute, 0, 59)
                && isWithin(fields.second, 0, 59);
    }

    static boolean isWithin(int number, int least, int most) {
        return number >= least && number <= most;
    }
}
