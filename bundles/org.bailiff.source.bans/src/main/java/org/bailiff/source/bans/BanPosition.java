// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import java.util.regex.Pattern;
import org.bailiff.api.source.Position;
import org.bailiff.text.SafeText;

/**
 * The place behind a ban that was told.
 *
 * @param number the ban's; later ones have higher numbers, also after a restart
 */
record BanPosition(long number) implements Position {
    private static final Pattern TEXT = Pattern.compile("\\d{1,18}");

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    static BanPosition parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + SafeText.of(text, 40) + "' is not a position among the bans");
        }
        return new BanPosition(Long.parseLong(text));
    }

    @Override
    public String text() {
        return Long.toString(number);
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(number, ((BanPosition) other).number);
    }
}
