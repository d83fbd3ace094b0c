// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.filter.regex.RegexSyntaxException;

/** The formats that are looked for where a definition names none. Of those that begin at one place, the first counts. */
final class UsualDates {
    private static final String FRACTION = "(?:[.,]%f)?";
    private static final String TIME = "%ExH:%ExM:%ExS" + FRACTION;

    /** The texts, in fail2ban's notation for {@code datepattern}. */
    static final List<String> TEXTS = List.of(
            // ISO 8601, RFC 3339, and what databases and application servers make of them
            "%ExY-%Exm-%Exd(?:[T _]| +)" + TIME + "(?:\\s?%z)?",
            // RFC 3164 syslog, asctime; what follows the time may be a host's name that begins like a year
            "(?:%a,? )?%b {1,2}%d %k:%ExM:%ExS" + FRACTION + "(?: %ExY(?=[\\s\\],)]|:\\s|$))?",
            "(?:%a,? )?%b {1,2}%d %ExY %k:%ExM:%ExS" + FRACTION,
            // web servers' access logs, RFC 5322
            "(?:%a,? )?%d[-/ ]%b[-/ ]%ExY[ :T]%k:%ExM:%ExS" + FRACTION + "(?: ?%z)?",
            // nginx's errors, Go
            "%ExY[/.:]%Exm[/.:]%Exd[ T]" + TIME + "(?:\\s?%z)?",
            "%Exd[./-]%Exm[./-]%ExY[ :T]" + TIME,
            "%Exm[./-]%Exd[./-]%ExY[ :T]" + TIME,
            "%Exd[./-]%Exm[./-]%Exy[ :T]" + TIME,
            "%Exm[./-]%Exd[./-]%Exy[ :T]" + TIME,
            "%ExY%Exm%Exd[T ]?%ExH:?%ExM:?%ExS" + FRACTION + "%z?",
            // seconds since 1970: kernel audit, squid, and at the line's begin
            "(?:^|(?<=^\\[)|(?<=\\baudit\\())%s(?:\\.%f)?");

    private UsualDates() {}

    /** All of them, each with this before and after it. */
    static List<DatePattern> within(String before, String after, int firstNumber) throws RegexSyntaxException {
        List<DatePattern> patterns = new ArrayList<>();
        for (String text : TEXTS) {
            patterns.add(DatePattern.of(before + "(?:" + text + ")" + after, firstNumber + patterns.size()));
        }
        return patterns;
    }
}
