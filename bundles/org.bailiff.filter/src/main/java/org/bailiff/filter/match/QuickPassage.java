// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Instant;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.filter.automaton.Automaton;
import org.bailiff.filter.date.DateMemory;
import org.bailiff.filter.date.QuickDates.Answer;

/**
 * The way of a {@link Passage} on the bytes of an ASCII line, which nearly all lines of nearly all logs are: without
 * decoding it, and with nothing made for lines that say nothing. The verdict is the same. The other way stays for what
 * this one leaves to it: characters that are not ASCII, regexes that only Java runs, searches that take too long, and
 * people who want to see why. Used for one line of a stream after the other.
 */
final class QuickPassage {
    private static final Match MISSED = new Match.Missed();
    /** Only the other way can tell. */
    private static final Match UNTOLD = null;

    /** A rule that was not looked for, or none that matches. */
    private static final int NONE = Automaton.MISSED;

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

    /**
     * What the line is; null if only the other way can tell, and then nothing has changed that it would not change. Nothing is
     * put around it: this is done for each line.
     */
    Match match(QuickRules rules, LogLine line) {
        if (!ascii.contain(line) || !findDate(rules, line)) {
            return UNTOLD;
        }
        int prefix = matchPrefix(rules);
        if (prefix < 0) {
            return prefix == Automaton.MISSED ? MISSED : UNTOLD;
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
        if (answer == Answer.FOUND) {
            time = memory.timeOf(line, dates.instant());
            whole.useWithout(line.buffer(), line.start(), line.end(), dates.start(), dates.end());
        } else if (answer == Answer.MISSED) {
            time = memory.timeOf(line, line.stamp());
            whole.use(line.buffer(), line.start(), line.end());
        }
        return answer != Answer.GAVE_UP;
    }

    private int matchPrefix(QuickRules rules) {
        content.use(whole);
        if (rules.prefix().isEmpty()) {
            return 0;
        }
        int answer = whole.search(rules.prefix().get());
        if (answer >= 0 && rules.content() != QuickRules.NONE && whole.tookText(rules.content())) {
            content.use(whole, rules.content());
        }
        return answer;
    }

    private Match judge(QuickRules rules) {
        int veto = rules.vetoFirst() ? rules.vetoes().find(content) : NONE;
        if (veto != NONE) {
            return ignored(rules, veto);
        }
        int failure = rules.failures().find(content);
        if (failure < 0) {
            return failure == NONE ? MISSED : UNTOLD;
        }
        QuickRule rule = rules.failures().get(failure);
        Captures captures = rule.layout().captures(whole, content, before);
        before = isShort(captures) ? captures : Captures.NONE;
        veto = rules.vetoFirst() ? NONE : rules.vetoes().find(content);
        return veto == NONE ? memory.verdict(new Sighting(rule.number(), captures, time)) : ignored(rules, veto);
    }

    /** What a short line captured is short. */
    private boolean isShort(Captures captures) {
        return whole.length() <= Captures.LONGEST_REMEMBERED || captures.isShort();
    }

    private static Match ignored(QuickRules rules, int veto) {
        return veto == Automaton.GAVE_UP
                ? UNTOLD
                : new Match.Ignored(rules.vetoes().get(veto).number());
    }
}
