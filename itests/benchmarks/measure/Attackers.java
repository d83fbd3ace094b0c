// SPDX-License-Identifier: Apache-2.0
package measure;

import java.util.Random;

/** 256 at a time, an eighth of them with an IPv6 address. Each comes 1 to 80 times and gives its place to another. */
final class Attackers {
    private static final int PLACES = 256;
    private static final int MOST_VISITS = 80;

    private final int[] numbers = new int[PLACES];
    private final int[] visits = new int[PLACES];
    private int last;

    /** The address of whoever comes next. */
    String next(Random chance) {
        int place = chance.nextInt(PLACES);
        if (visits[place] == 0) {
            visits[place] = 1 + chance.nextInt(MOST_VISITS);
            numbers[place] = ++last;
        }
        visits[place]--;
        return numbers[place] % 8 == 7 ? six(numbers[place]) : four(numbers[place]);
    }

    /** Of a range that no network of the world has (RFC 6598). */
    private static String four(int number) {
        return "100." + (64 + (number >> 16) % 64) + "." + (number >> 8) % 256 + "." + number % 256;
    }

    private static String six(int number) {
        return "2001:db8:" + Integer.toHexString(1 + number % 65535) + ":" + Integer.toHexString(number / 65536 + 1)
                + "::7";
    }
}
