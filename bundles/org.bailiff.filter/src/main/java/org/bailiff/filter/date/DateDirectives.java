// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.filter.regex.RegexSyntaxException;

/**
 * Writes the directives of a date pattern out as named groups: strptime's ({@code %Y}, {@code %b}, ...), fail2ban's strict
 * ones ({@code %ExY}: two or four digits, never fewer), and its words in braces. The rest is a regex as any other.
 */
final class DateDirectives {
    private static final Pattern DIRECTIVE = Pattern.compile("%(?<strict>Ex)?(?<letter>.)|\\{(?<word>\\^?[A-Z-]+)\\}");

    // The look ahead spares the alternatives at most places of a line.
    private static final String MONTHS =
            "(?=[JFMASONDjfmasond])(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
                    + "|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    private static final String DAYS =
            "(?=[MTWFSmtwfs])(?i:Mon(?:day)?|Tue(?:sday)?|Wed(?:nesday)?|Thu(?:rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)";
    private static final String YEAR = "(?P<Y>(?:19|20)[0-9]{2})";

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("Y", YEAR),
            Map.entry("y", "(?P<y>[0-9]{2})"),
            Map.entry("m", "(?P<m>1[0-2]|0?[1-9])"),
            Map.entry("d", "(?P<d>(?=[ 0-9])(?:3[01]|[12][0-9]|0[1-9]|[1-9]| [1-9]))"),
            Map.entry("b", "(?P<b>" + MONTHS + ")"),
            Map.entry("B", "(?P<b>" + MONTHS + ")"),
            Map.entry("a", DAYS),
            Map.entry("A", DAYS),
            Map.entry("j", "(?P<j>36[0-6]|3[0-5][0-9]|[12][0-9]{2}|0?[0-9]{1,2})"),
            Map.entry("H", "(?P<H>2[0-3]|[01][0-9]|[0-9]| [0-9])"),
            Map.entry("k", "(?P<H>2[0-3]|[01][0-9]|[0-9]| [0-9])"),
            Map.entry("I", "(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])"),
            Map.entry("l", "(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])"),
            Map.entry("M", "(?P<M>[0-5]?[0-9])"),
            Map.entry("S", "(?P<S>6[01]|[0-5]?[0-9])"),
            Map.entry("f", "(?P<f>[0-9]{1,9})"),
            Map.entry("p", "(?P<p>[AaPp]\\.?[Mm]\\.?)"),
            Map.entry("z", "(?P<z>[+-][0-9]{2}(?::?[0-9]{2})?|[Zz]|UTC|GMT)"),
            Map.entry("Z", "(?P<z>[+-][0-9]{2}(?::?[0-9]{2})?|[A-Z]{1,5})"),
            Map.entry("s", "(?P<s>1[0-9]{9})"),
            Map.entry("%", "%"));

    private static final Map<String, String> STRICT = Map.of(
            "Y", YEAR,
            "y", "(?P<y>[0-9]{2})",
            "m", "(?P<m>1[0-2]|0[1-9])",
            "d", "(?P<d>(?=[0-3])(?:3[01]|[12][0-9]|0[1-9]))",
            "H", "(?P<H>2[0-3]|[01][0-9])",
            "M", "(?P<M>[0-5][0-9])",
            "S", "(?P<S>6[01]|[0-5][0-9])",
            "z", "(?P<z>[+-][0-9]{2}(?::?[0-9]{2})?|[Zz]|UTC|GMT)",
            "Z", "(?P<z>[+-][0-9]{2}(?::?[0-9]{2})?|[A-Z]{1,5})");

    private static final Map<String, String> WORDS = Map.of(
            "^LN-BEG", "(?:^|(?<=^\\W)|(?<=^\\W{2}))",
            "EPOCH", "(?P<s>1[0-9]{9})(?:\\.(?P<f>[0-9]{1,9}))?",
            "LEPOCH", "(?P<s>1[0-9]{9})(?:\\.?(?P<f>[0-9]{3,9}))?",
            "UNB", "");

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
                        + "%Y %y %m %d %b %B %a %A %j %H %k %I %l %M %S %f %p %z %Z %s %%, strict as in %ExY, and "
                        + "{^LN-BEG} {EPOCH} {LEPOCH} {UNB} {DATE} {NONE}");
            }
            directive.appendReplacement(out, Matcher.quoteReplacement(group));
        }
        return directive.appendTail(out).toString();
    }

    private static String groupOf(Matcher directive) {
        if (directive.group("word") != null) {
            return WORDS.get(directive.group("word"));
        }
        Map<String, String> groups = directive.group("strict") == null ? USUAL : STRICT;
        return groups.get(directive.group("letter"));
    }
}
