// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bailiff.filter.automaton.AsciiText;

/**
 * What is known of the dates of a stream, and room to look for the next one. Lines that say the same have
 * the same instant, which is made once. Owned by one stream; used by one thread.
 */
public final class DateMemory {
    private final AsciiText text = new AsciiText();
    private DateFields fields = new DateFields();
    private DateFields lastFields = new DateFields();
    /** Null if nothing is known of the last fields. */
    private Instant lastArrival;
    /** That of the last fields, if any. */
    private final KnownMinute minute = new KnownMinute();

    private Optional<Instant> lastInstant = Optional.empty();
    private DatePlace lastPlace;

    private byte[] bytes;
    private int lineStart;
    private int lineEnd;
    private Instant arrival;

    private int pattern;
    private int start;
    private int end;
    private boolean readable;
    private boolean readByHand;
    private final LineBegin begin = new LineBegin();
    private Optional<Instant> instant = Optional.empty();

    /** Where the last date stood; null if none was found yet. Not stored: without it, all forms are looked for. */
    public DatePlace lastPlace() {
        return lastPlace;
    }

    public void remember(DatePlace place) {
        if (!place.equals(lastPlace)) {
            lastPlace = place;
            begin.forget();
        }
    }

    /** Says in which line the next date is looked for. */
    public void look(byte[] array, int from, int to, Instant arrived) {
        bytes = array;
        lineStart = from;
        lineEnd = to;
        arrival = arrived;
    }

    /** Where in the array what is to be cut out of the line begins. */
    public int start() {
        return start;
    }

    /** Where in the array it ends, exclusive. */
    public int end() {
        return end;
    }

    /** What the date says; empty if it names a day or a time that does not exist, or none. */
    public Optional<Instant> instant() {
        return instant;
    }

    AsciiText text() {
        return text;
    }

    byte[] bytes() {
        return bytes;
    }

    int lineStart() {
        return lineStart;
    }

    /**
     * The line, to be searched.
     *
     * @param reach how many of its bytes are to be looked at
     */
    void useText(int reach) {
        text.use(bytes, lineStart, lineStart + Math.min(lineEnd - lineStart, reach));
    }

    /** Whether the line begins as the last one did that was read by hand: then its date is the same. */
    boolean isAsBefore() {
        return begin.isOf(bytes, lineStart, lineEnd) && takeAgain();
    }

    private boolean takeAgain() {
        if (!lastHolds()) {
            return false;
        }
        start = lineStart;
        end = lineStart + begin.length() - PlainForm.OUTLOOK;
        return true;
    }

    /** Whether what the last date meant is meant by one that says the same in this line. */
    private boolean lastHolds() {
        return arrival.equals(lastArrival) || minute.holds(arrival);
    }

    /** Whether the line begins with a date that can be read by hand. */
    boolean readPlain(PlainForm form, int number) {
        int dateEnd = form.read(bytes, lineStart, lineEnd, fields);
        if (dateEnd == PlainForm.UNKNOWN) {
            return false;
        }
        found(number, lineStart, dateEnd, true);
        readByHand = true;
        return true;
    }

    /** What the date says, to be read into. */
    DateFields fields() {
        return fields;
    }

    void found(int number, int from, int to, boolean canBeRead) {
        pattern = number;
        start = from;
        end = to;
        readable = canBeRead;
        readByHand = false;
    }

    /** The date is found. */
    void complete(ZoneId zone) {
        int place = start - lineStart;
        if (lastPlace == null || lastPlace.pattern() != pattern || lastPlace.start() != place) {
            lastPlace = new DatePlace(pattern, place);
        }
        instant = readable ? instant(zone) : Optional.empty();
        begin.keep(bytes, lineStart, readByHand ? end + PlainForm.OUTLOOK : lineStart);
    }

    private Optional<Instant> instant(ZoneId zone) {
        if (fields.saySame(lastFields) && lastHolds()) {
            return lastInstant;
        }
        if (minute.isOf(fields) && minute.holds(arrival)) {
            lastInstant = minute.instant(fields);
        } else {
            lastInstant = DateCompletion.instant(fields, arrival, zone);
            minute.keep(fields, lastInstant, zone);
        }
        lastArrival = arrival;
        DateFields free = lastFields;
        lastFields = fields;
        fields = free;
        return lastInstant;
    }
}
