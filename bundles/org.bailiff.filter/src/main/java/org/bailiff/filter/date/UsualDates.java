// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.filter.regex.RegexSyntaxException;

/**
 * The formats that are looked for where a definition names none: those that fail2ban lists ({@code fail2ban-regex
 * --verbose}), in its order, which decides where one date can be read in two ways. At a line's begin first.
 */
final class UsualDates {
    /** Not the first group of an IPv6 host name, as in {@code Nov 23 02:20:22 2001:db8::22 app: ...}. */
    private static final String YEAR = "(?: %ExY(?!:[0-9A-Fa-f:]))?";

    private static final String LINE_BEGIN = "{^LN-BEG}";

    /**
     * @param text in fail2ban's notation for {@code datepattern}
     * @param where it is looked for
     * @param plainForm what reads it by hand at a line's begin
     */
    private record Format(String text, Where where, Optional<PlainForm> plainForm) {}

    private enum Where {
        ANYWHERE,
        AT_LINE_BEGIN,
        /** Its text says so. */
        AS_IT_SAYS
    }

    private static final List<Format> FORMATS = List.of(
            // ISO 8601, RFC 3339, and what databases and application servers make of them
            withPlainForm("%ExY(?P<_sep>[/.-])%m(?P=_sep)%d(?:T| {1,2})%H:%M:%S(?:[.,]%f)?(?:\\s*%z)?", new IsoForm()),
            // RFC 3164 syslog, asctime
            withPlainForm("(?:%a )?%b %d %k:%M:%S(?:\\.%f)?" + YEAR, new SyslogForm()),
            anywhere("(?:%a )?%b %d %ExY %k:%M:%S(?:\\.%f)?"),
            anywhere("%e(?P<_sep>[/-])%m(?P=_sep)(?:%ExY|%Exy) %k:%M:%S"),
            // access logs of web servers
            anywhere("%e(?P<_sep>[/-])%b(?P=_sep)%ExY[: ]?%H:%M:%S(?:\\.%f)?(?: %z)?"),
            anywhere("%m/%d/%ExY:%H:%M:%S"),
            anywhere("%m-%d-%ExY %k:%M:%S(?:\\.%f)?"),
            anywhere("Epoch"),
            new Format("%H:%M:%S", Where.AT_LINE_BEGIN, Optional.empty()),
            new Format("^<%m/%d/%Exy@%H:%M:%S>", Where.AS_IT_SAYS, Optional.empty()),
            // MySQL before 5.7
            anywhere("%Exy%Exm%Exd {1,2}%H:%M:%S"),
            anywhere("%b %d, %ExY %I:%M:%S %p"),
            new Format("^%b-%d-%Exy %k:%M:%S", Where.AS_IT_SAYS, Optional.empty()),
            anywhere("%ExY%Exm%Exd(?:T| {1,2})%ExH%ExM%ExS(?:[.,]%f)?(?:\\s*%z)?"),
            anywhere("(?:%Z )?(?:%a )?%b %d %k:%M:%S(?:\\.%f)?" + YEAR),
            anywhere("(?:(?<!\\w)%z )?(?:%a )?%b %d %k:%M:%S(?:\\.%f)?" + YEAR),
            anywhere("TAI64N"));

    private UsualDates() {}

    private static Format anywhere(String text) {
        return new Format(text, Where.ANYWHERE, Optional.empty());
    }

    private static Format withPlainForm(String text, PlainForm form) {
        return new Format(text, Where.ANYWHERE, Optional.of(form));
    }

    /** All of them: at the line's begin, then anywhere. */
    static List<DatePattern> all() throws RegexSyntaxException {
        List<DatePattern> patterns = new ArrayList<>();
        for (Format format : FORMATS) {
            if (format.where() == Where.ANYWHERE) {
                patterns.add(atLineBegin(format, patterns.size() + 1));
            }
        }
        for (Format format : FORMATS) {
            String before = format.where() == Where.AT_LINE_BEGIN ? LINE_BEGIN : "";
            patterns.add(DatePattern.of(before + format.text(), patterns.size() + 1));
        }
        return patterns;
    }

    private static DatePattern atLineBegin(Format format, int number) throws RegexSyntaxException {
        DatePattern pattern = DatePattern.of(LINE_BEGIN + format.text(), number);
        return format.plainForm().map(pattern::with).orElse(pattern);
    }

    /** All of them, each with this before and after it. */
    static List<DatePattern> within(String before, String after, int firstNumber) throws RegexSyntaxException {
        List<DatePattern> patterns = new ArrayList<>();
        for (Format format : FORMATS) {
            int number = firstNumber + patterns.size();
            patterns.add(
                    before.equals(LINE_BEGIN) && after.isEmpty()
                            ? atLineBegin(format, number)
                            : DatePattern.of(before + format.text() + after, number));
        }
        return patterns;
    }
}
