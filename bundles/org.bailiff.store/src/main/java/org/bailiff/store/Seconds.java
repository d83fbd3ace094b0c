// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads times that are written as decimal seconds since 1970, exactly. */
final class Seconds {
    private static final int NANO_DIGITS = 9;
    /** More digits before the point than these are not of the usual times. */
    private static final int USUAL_DIGITS = 15;

    private Seconds() {}

    /**
     * The time that the numeral writes.
     *
     * @throws ArithmeticException if it writes parts of a nanosecond, or more than a time can be
     * @throws IllegalArgumentException if it is no numeral
     * @throws java.time.DateTimeException if it is out of the range of times
     */
    static Instant parse(byte[] bytes, int from, int to) {
        int point = to - NANO_DIGITS - 1;
        boolean usual = point > from && point - from <= USUAL_DIGITS && bytes[point] == '.';
        long seconds = usual ? digits(bytes, from, point) : -1;
        long nanos = usual ? digits(bytes, point + 1, to) : -1;
        return seconds >= 0 && nanos >= 0
                ? Instant.ofEpochSecond(seconds, nanos)
                // Before 1970, or without its nine decimals: this may take its time.
                : parse(new BigDecimal(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)));
    }

    /** The number that these digits write; negative if there is anything but digits. */
    private static long digits(byte[] bytes, int from, int to) {
        long number = 0;
        for (int index = from; index < to; index++) {
            int digit = bytes[index] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static Instant parse(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(NANO_DIGITS).intValueExact());
    }
}
