// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.text.SafeText;

/**
 * How many bans all jails together have made lately, so that a filter that went wrong, or a log that was forged, does not
 * lock everybody out. Thread-safe: {@code this} guards the times.
 */
final class BanRate {
    private static final int MOST = 100_000;
    /** Jails ask one after the other, and a little later than they looked at the clock. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    /** The latest, about in their order. */
    private final Deque<Instant> made = new ArrayDeque<>();

    /**
     * A limit: the jail's key {@link #KEY}.
     *
     * @param most bans
     * @param within which time
     */
    record Limit(int most, Duration within) {
        /** The jail's key. */
        static final String KEY = "banrate";
        /** No limit. */
        static final Limit NONE = new Limit(Integer.MAX_VALUE, Duration.ZERO);

        private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\s*/\\s*(\\S+)");
        private static final Duration LONGEST = Duration.ofDays(1);

        /**
         * What a jail's file says: {@code no}, or a number of bans and a time: {@code 100/10m}.
         *
         * @throws IllegalArgumentException for anything else; the message is a sentence
         */
        static Limit parse(String text) {
            if (text.equalsIgnoreCase("no")) {
                return NONE;
            }
            Matcher form = FORM.matcher(text);
            long seconds = form.matches() ? TimeSpan.parseSeconds(unit(form.group(2))) : 0;
            if (seconds < 1 || seconds > LONGEST.toSeconds() || Integer.parseInt(form.group(1)) < 1) {
                throw new IllegalArgumentException("'" + SafeText.of(text, 60) + "' is no limit; it is no, or so many"
                        + " bans of all jails within a time of up to a day, e.g. 100/10m");
            }
            return new Limit(Integer.parseInt(form.group(1)), Duration.ofSeconds(seconds));
        }

        private static String unit(String time) {
            return Character.isDigit(time.charAt(0)) ? time : "1" + time;
        }

        boolean isSet() {
            return !within.isZero();
        }
    }

    /**
     * Whether one more ban keeps to the limit; if so, it is counted. Takes no longer for many bans, but where there is a
     * limit, which at most it looks at as many as.
     */
    synchronized boolean allows(Limit limit, Instant now) {
        // A clock that was set back leaves times of the future: they would hold bans up until then.
        while (!made.isEmpty() && made.peekLast().isAfter(now.plus(SKEW))) {
            made.removeLast();
        }
        if (limit.isSet() && isReached(limit, now.minus(limit.within()))) {
            return false;
        }
        while (made.size() >= MOST || !made.isEmpty() && made.peekFirst().isBefore(now.minus(Limit.LONGEST))) {
            made.removeFirst();
        }
        made.addLast(now);
        return true;
    }

    private boolean isReached(Limit limit, Instant since) {
        int lately = 0;
        Iterator<Instant> latestFirst = made.descendingIterator();
        while (lately < limit.most() && latestFirst.hasNext()) {
            if (latestFirst.next().isBefore(since)) {
                return false;
            }
            lately++;
        }
        return lately >= limit.most();
    }
}
