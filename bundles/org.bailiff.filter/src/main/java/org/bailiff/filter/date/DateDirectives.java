// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.filter.regex.RegexSyntaxException;

/**
 * Writes the directives of a date pattern out as named groups: strptime's ({@code %Y}, {@code %b}, ...), fail2ban's strict
 * ones ({@code %ExH}: always two digits), and its words in braces. The rest is a regex as any other. {@code %Exf} is our
 * own: up to nanoseconds, while {@code %f} ends, as with fail2ban, after six digits.
 */
final class DateDirectives {
    private static final Pattern DIRECTIVE =
            Pattern.compile("%(?<strict>Ex)?(?<letter>.)|\\{(?<word>\\^LN-BEG|L?EPOCH|UNB)\\}");

    private static final String MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
    private static final String LONG_MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final String DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun";
    private static final String LONG_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
    private static final String CENTURIES = "(?P<Y>20[0-3]\\d|19\\d{2})";
    private static final String OFFSET = "[+-][01]\\d(?::?\\d{2})?";
    private static final String ABBREVIATION = "[A-Z](?:[A-Z]{2,4})?";

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("Y", "(?P<Y>\\d{4})"),
            Map.entry("y", "(?P<y>\\d{2})"),
            Map.entry("m", "(?P<m>1[0-2]|0?[1-9])"),
            Map.entry("d", "(?P<d>3[01]|[12]\\d|[0 ]?[1-9])"),
            Map.entry("e", "(?P<d>3[01]|[12]\\d|0?[1-9])"),
            Map.entry("b", "(?P<b>" + MONTHS + ")"),
            Map.entry("B", "(?P<b>" + LONG_MONTHS + ")"),
            Map.entry("a", "(?:" + DAYS + ")"),
            Map.entry("A", "(?:" + LONG_DAYS + ")"),
            Map.entry("j", "(?P<j>36[0-6]|3[0-5]\\d|[12]\\d{2}|0?\\d{1,2})"),
            Map.entry("H", "(?P<H>2[0-3]|[01]?\\d)"),
            Map.entry("k", " ?(?P<H>[0-2]?\\d)"),
            Map.entry("I", "(?P<I>1[0-2]|0?[1-9])"),
            Map.entry("l", "(?P<I>1[0-2]|[1-9]| [1-9])"),
            Map.entry("M", "(?P<M>[0-5]?\\d)"),
            Map.entry("S", "(?P<S>6[01]|[0-5]?\\d)"),
            Map.entry("f", "(?P<f>\\d{1,6})"),
            Map.entry("p", "(?P<p>[AP]M)"),
            Map.entry("z", "(?P<z>(?-i:Z|UTC|GMT)|" + OFFSET + ")"),
            Map.entry("Z", "(?P<z>Z|[A-Z]{3,5})"),
            Map.entry("w", "[0-6]"),
            Map.entry("u", "[1-7]"),
            Map.entry("U", "(?:5[0-3]|[0-4]?\\d)"),
            Map.entry("W", "(?:5[0-3]|[0-4]?\\d)"),
            Map.entry("s", "(?P<s>\\d{10,11})"),
            Map.entry("%", "%"));

    private static final Map<String, String> STRICT = Map.of(
            "Y", CENTURIES,
            "y", "(?P<y>\\d{2})",
            "m", "(?P<m>1[0-2]|0[1-9])",
            "d", "(?P<d>3[01]|[12]\\d|0[1-9])",
            "H", "(?P<H>2[0-3]|[01]\\d)",
            "M", "(?P<M>[0-5]\\d)",
            "S", "(?P<S>6[01]|[0-5]\\d)",
            "f", "(?P<f>\\d{1,9})",
            "z", "(?P<z>(?-i:(?:" + ABBREVIATION + ")?" + OFFSET + "|" + ABBREVIATION + "))",
            "Z", "(?P<z>(?-i:" + ABBREVIATION + "))");

    static final String EPOCH = "(?P<s>\\d{10,11})\\b(?:\\.(?P<f>\\d{3,6}))?";
    /** Ten or eleven digits of seconds, then three of milliseconds or six of microseconds. */
    static final String LONG_EPOCH = "(?P<s>\\d{10,11})(?:(?P<f>\\d{6}|\\d{3})(?:\\.\\d{1,6})?)?";

    static final String TAI64N = "(?P<t>(?<!\\w)@[0-9a-f]{24})";

    /** A date that a bracket or so may stand before: that is looked at, but not cut out with the date. */
    static final String LINE_BEGIN = "^\\W{0,2}";

    private static final Map<String, String> WORDS =
            Map.of("^LN-BEG", LINE_BEGIN, "EPOCH", EPOCH, "LEPOCH", LONG_EPOCH, "UNB", "");

    private DateDirectives() {}

    /**
     * @throws RegexSyntaxException if there is a directive that is not known
     */
    static String writeOut(String pattern) throws RegexSyntaxException {
        Matcher directive = DIRECTIVE.matcher(pattern);
        StringBuilder out = new StringBuilder();
        while (directive.find()) {
            String group = groupOf(directive);
            if (group == null) {
                throw new RegexSyntaxException("'" + directive.group() + "' is not a part of dates; known are "
                        + "%Y %y %m %d %e %b %B %a %A %j %H %k %I %l %M %S %f %p %z %Z %s %w %u %U %W %%, strict as in"
                        + " %ExY, and {^LN-BEG} {EPOCH} {LEPOCH} {UNB} {DATE} {NONE}");
            }
            directive.appendReplacement(out, Matcher.quoteReplacement(group));
        }
        return directive.appendTail(out).toString();
    }

    /** Whether the pattern holds names of months or days, or a half of the day: then case does not matter in it. */
    static boolean hasNames(String pattern) {
        Matcher directive = DIRECTIVE.matcher(pattern);
        while (directive.find()) {
            String letter = directive.group("letter");
            if (letter != null && "aAbBp".contains(letter)) {
                return true;
            }
        }
        return false;
    }

    private static String groupOf(Matcher directive) {
        if (directive.group("word") != null) {
            return WORDS.get(directive.group("word"));
        }
        Map<String, String> groups = directive.group("strict") == null ? USUAL : STRICT;
        return groups.get(directive.group("letter"));
    }
}
