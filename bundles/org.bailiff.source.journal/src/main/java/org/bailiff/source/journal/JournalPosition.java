// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.source.Position;
import org.bailiff.text.SafeText;

/**
 * A place in the journal: before or behind an entry.
 *
 * <p>Its text is {@code ORDER[-] CURSOR}; the minus sign says {@code before}.
 *
 * <p>Entries of one sequence, which lasts as long as journald finds its files, are ordered by their numbers; others by a
 * number that a reader gives each entry: its time, or one more than the entry before had, whichever is more. So a clock
 * that was set back, with a journal begun anew, makes no later entry come before an earlier one.
 *
 * @param order by which entries of different sequences are compared; microseconds since 1970 at least
 * @param cursor journald's, of the entry
 * @param before whether the entry is still to come
 */
record JournalPosition(long order, String cursor, boolean before) implements Position {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(-?) (\\S+)");
    private static final Pattern CURSOR = Pattern.compile("s=([0-9a-f]{32});i=([0-9a-f]{1,16});[0-9a-z=;]{1,200}");

    JournalPosition {
        if (!isCursor(cursor)) {
            throw new IllegalArgumentException("'" + SafeText.of(cursor, 80) + "' is no cursor of the journal");
        }
    }

    static boolean isCursor(String text) {
        return CURSOR.matcher(text).matches();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    static JournalPosition parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + SafeText.of(text, 80) + "' is not a position in the journal");
        }
        return new JournalPosition(
                Long.parseLong(parts.group(1)), parts.group(3), !parts.group(2).isEmpty());
    }

    /** The place before this entry, if this is the one behind it. */
    JournalPosition beforeIt() {
        return new JournalPosition(order, cursor, true);
    }

    @Override
    public String text() {
        return order + (before ? "- " : " ") + cursor;
    }

    @Override
    public int compareTo(Position other) {
        JournalPosition place = (JournalPosition) other;
        Matcher mine = match(cursor);
        Matcher theirs = match(place.cursor);
        int byEntry = mine.group(1).equals(theirs.group(1))
                ? Long.compareUnsigned(number(mine), number(theirs))
                : Long.compare(order, place.order);
        return byEntry != 0 ? byEntry : Boolean.compare(!before, !place.before);
    }

    private static Matcher match(String cursor) {
        Matcher parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw new IllegalStateException("a cursor was checked and is none: " + cursor);
        }
        return parts;
    }

    private static long number(Matcher cursor) {
        return Long.parseUnsignedLong(cursor.group(2), 16);
    }
}
