// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.bailiff.filter.regex.Rule;

/** One way to write dates. Immutable. */
final class DatePattern {
    private static final String NO_BOUNDARIES = "{UNB}";
    private static final String NO_BOUNDARY = "**";
    private static final String LINE_BEGIN = "{^LN-BEG}";
    /** Not between two characters of a word: neither a begin nor an end of a date may stand there. */
    private static final String BOUNDARY = "(?:(?<!\\w)|(?!\\w))";
    /** What is cut out of the line, if the pattern has no brackets of its own that say it. */
    private static final String CUT = "cut";

    /** fail2ban's words for whole formats, with whatever a definition writes around them. */
    private static final Pattern NAMED =
            Pattern.compile("(?<before>.*?)(?<![{\\w])(?<name>L?E(?:POCH|poch)|TAI64N)(?![}\\w])(?<after>.*)");

    private final Rule rule;
    private final boolean bounded;
    private final int cutGroup;
    private final Optional<PlainForm> plainForm;

    private DatePattern(Rule rule, boolean bounded, int cutGroup, Optional<PlainForm> plainForm) {
        this.rule = rule;
        this.bounded = bounded;
        this.cutGroup = cutGroup;
        this.plainForm = plainForm;
    }

    /**
     * The pattern that this text writes. Unless it says {@code {UNB}}, or {@code **} at an end, a date does not begin or
     * end within a word. The first brackets without a name say what is cut out; if there are none, all is that stands
     * behind a {@code {^LN-BEG}}.
     *
     * @param number of the pattern among those of the definition, from 1
     * @throws RegexSyntaxException if it is none
     */
    static DatePattern of(String text, int number) throws RegexSyntaxException {
        boolean unbounded = text.contains(NO_BOUNDARIES);
        String inner = text.replace(NO_BOUNDARIES, "");
        boolean openBegin = unbounded || inner.startsWith(NO_BOUNDARY);
        boolean openEnd = unbounded || inner.endsWith(NO_BOUNDARY);
        inner = inner.substring(inner.startsWith(NO_BOUNDARY) ? NO_BOUNDARY.length() : 0);
        inner = inner.substring(0, inner.length() - (inner.endsWith(NO_BOUNDARY) ? NO_BOUNDARY.length() : 0));
        boolean atLineBegin = inner.startsWith(LINE_BEGIN);
        inner = atLineBegin ? inner.substring(LINE_BEGIN.length()) : inner;
        Regex regex = Regex.of((DateDirectives.hasNames(inner) ? "(?i)" : "")
                + (openBegin || atLineBegin || inner.startsWith("^") ? "" : BOUNDARY)
                + (atLineBegin ? DateDirectives.LINE_BEGIN : "")
                + "(?P<" + CUT + ">" + writeOut(inner, !atLineBegin) + ")"
                + (openEnd ? "" : BOUNDARY));
        int own = regex.firstUnnamedGroup();
        boolean bounded = !openBegin && !openEnd && own == 0 && regex.isWordAtEnds(CUT);
        return new DatePattern(
                new Rule("datepattern", number, text, regex),
                bounded,
                own == 0 ? regex.groups().get(CUT) : own,
                Optional.empty());
    }

    private static String writeOut(String text, boolean mayStandAnywhere) throws RegexSyntaxException {
        Matcher word = NAMED.matcher(text);
        if (!word.matches()) {
            return DateDirectives.writeOut(text);
        }
        String group = word.group("name").equals("TAI64N")
                ? DateDirectives.TAI64N
                : epoch(
                        word.group("name"),
                        mayStandAnywhere && word.group("before").isEmpty());
        return DateDirectives.writeOut(word.group("before")) + group + DateDirectives.writeOut(word.group("after"));
    }

    /** A number alone is a date only where logs write such: at the line's begin, in square brackets there, or in audit's. */
    private static String epoch(String name, boolean standsAlone) {
        String number = name.startsWith("L") ? DateDirectives.LONG_EPOCH : DateDirectives.EPOCH;
        return standsAlone
                ? "(?:^|(?<=^\\[)(?=[0-9.]+\\])|(?<=\\baudit\\()(?=[0-9.]+:[0-9]+\\)))" + number
                : "(?:(?<!^\\[)|(?=[0-9.]+\\]))" + number;
    }

    /** The same, read by hand where a line begins with it. */
    DatePattern with(PlainForm form) {
        return new DatePattern(rule, bounded, cutGroup, Optional.of(form));
    }

    /** What reads it by hand where a line begins with it. */
    Optional<PlainForm> plainForm() {
        return plainForm;
    }

    Rule rule() {
        return rule;
    }

    /** Whether what it cuts out begins and ends with characters of a word, and is never a part of a longer word. */
    boolean isBounded() {
        return bounded;
    }

    /** The group that says what is cut out. */
    int cutGroup() {
        return cutGroup;
    }

    /** Where what is cut out begins. */
    int start(MatchResult match) {
        return match.start(cutGroup);
    }

    /** Where what is cut out ends, exclusive. */
    int end(MatchResult match) {
        return match.end(cutGroup);
    }

    /** What a match says, by directive. */
    Function<String, String> fields(MatchResult match) {
        Map<String, Integer> groups = rule.regex().groups();
        return directive -> groups.containsKey(directive) ? match.group(groups.get(directive)) : null;
    }

    /** As a definition writes it. */
    @Override
    public String toString() {
        return rule.text();
    }
}
