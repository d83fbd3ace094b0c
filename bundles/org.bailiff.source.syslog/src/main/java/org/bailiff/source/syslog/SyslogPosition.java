// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.source.Position;
import org.bailiff.text.SafeText;

/**
 * The place behind a message.
 *
 * @param run a number that another start of the daemon does not have; its text is of use in that run alone
 * @param number how many messages came before, and it, since the run began
 */
record SyslogPosition(long run, long number) implements Position {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    static SyslogPosition parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text, 40) + "' is not a position among syslog messages");
        }
        return new SyslogPosition(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    /** The same as seen in this run: what was received in an earlier one comes before all of it. */
    SyslogPosition in(long present) {
        return run == present ? this : new SyslogPosition(run, 0);
    }

    @Override
    public String text() {
        return run + "-" + number;
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(number, ((SyslogPosition) other).number);
    }
}
