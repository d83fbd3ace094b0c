// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Instant;
import java.util.Optional;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.filter.date.DateMemory;
import org.bailiff.filter.quick.QuickChoice;
import org.bailiff.filter.quick.QuickRegex.Answer;

/**
 * The way of a {@link Passage} on the bytes of an ASCII line, which nearly all lines of nearly all logs are: without
 * decoding it, and with nothing made for lines that say nothing. The verdict is the same. The other way stays for what
 * this one leaves to it: characters that are not ASCII, regexes that only Java runs, searches that take too long, and
 * people who want to see why. Used for one line of a stream after the other.
 */
final class QuickPassage {
    private static final Optional<Match> MISSED = Optional.of(new Match.Missed());
    /** No rule matches. */
    private static final int NONE = -1;
    /** It is not known whether one does. */
    private static final int UNKNOWN = -2;

    private final LineSession memory;
    private final DateMemory dates;
    private final AsciiLines ascii = new AsciiLines();
    private final Region whole = new Region();
    private final Region content = new Region();
    private Instant time;
    /** What the last line captured that a failregex matched, or nothing if that is long. */
    private Captures before = Captures.NONE;

    QuickPassage(LineSession memory, DateMemory dates) {
        this.memory = memory;
        this.dates = dates;
    }

    /** What the line is; empty if only the other way can tell, and then nothing has changed that it would not change. */
    Optional<Match> match(QuickRules rules, LogLine line) {
        if (!ascii.contain(line) || !findDate(rules, line)) {
            return Optional.empty();
        }
        Answer prefix = matchPrefix(rules);
        if (prefix != Answer.MATCHED) {
            return prefix == Answer.MISSED ? MISSED : Optional.empty();
        }
        return judge(rules);
    }

    /** Whether it is known what the date is, and so the line's time and the text without it. */
    private boolean findDate(QuickRules rules, LogLine line) {
        Answer answer = Answer.MISSED;
        if (line.stamp().isEmpty()) {
            dates.look(line.buffer(), line.start(), line.end(), line.arrival());
            answer = rules.dates().find(dates);
        }
        if (answer == Answer.MATCHED) {
            time = memory.timeOf(line, dates.instant());
            whole.useWithout(line.buffer(), line.start(), line.end(), dates.start(), dates.end());
        } else if (answer == Answer.MISSED) {
            time = memory.timeOf(line, line.stamp());
            whole.use(line.buffer(), line.start(), line.end());
        }
        return answer != Answer.GAVE_UP;
    }

    private Answer matchPrefix(QuickRules rules) {
        content.use(whole);
        if (rules.prefix().isEmpty()) {
            return Answer.MATCHED;
        }
        Answer answer = whole.search(rules.prefix().get());
        if (answer == Answer.MATCHED && rules.content() != QuickRules.NONE && whole.tookText(rules.content())) {
            content.use(whole, rules.content());
        }
        return answer;
    }

    private Optional<Match> judge(QuickRules rules) {
        int veto = rules.vetoFirst() ? first(rules.vetoes()) : NONE;
        if (veto != NONE) {
            return ignored(rules, veto);
        }
        int failure = first(rules.failures());
        if (failure < 0) {
            return failure == NONE ? MISSED : Optional.empty();
        }
        QuickRule rule = rules.failures().get(failure);
        Captures captures = rule.layout().captures(whole, content, before);
        before = captures.isShort() ? captures : Captures.NONE;
        veto = rules.vetoFirst() ? NONE : first(rules.vetoes());
        return veto == NONE
                ? Optional.of(memory.verdict(new Sighting(rule.number(), captures, time)))
                : ignored(rules, veto);
    }

    private static Optional<Match> ignored(QuickRules rules, int veto) {
        return veto == UNKNOWN
                ? Optional.empty()
                : Optional.of(new Match.Ignored(rules.vetoes().get(veto).number()));
    }

    /** The first rule that matches the content. */
    private int first(QuickRuleList rules) {
        int index = content.next(rules.choice(), 0);
        while (index != QuickChoice.NONE) {
            Answer answer = content.search(rules.get(index).regex());
            if (answer != Answer.MISSED) {
                return answer == Answer.MATCHED ? index : UNKNOWN;
            }
            index = content.next(rules.choice(), index + 1);
        }
        return NONE;
    }
}
