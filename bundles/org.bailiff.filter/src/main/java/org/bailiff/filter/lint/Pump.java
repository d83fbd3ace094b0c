// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

/**
 * Lines made to lead a regex astray: one of its loops is led to, fed, and then let down.
 *
 * @param before what leads to the loop
 * @param food what the loop takes again and again
 * @param after what the rest of the regex does not take
 */
public record Pump(String before, String food, String after) {

    /** The line whose length is nearest below this one. */
    public String line(int length) {
        int room = Math.max(length - before.length() - after.length(), 0);
        return before + food.repeat(room / food.length()) + after;
    }

    /** The line that makes the loop go round so often. */
    String rounds(int count) {
        return before + food.repeat(count) + after;
    }
}
