// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.filter.quick.QuickRegex;
import org.bailiff.filter.quick.QuickText;
import org.bailiff.filter.regex.Regex;

/** Finds in ASCII bytes the dates that a {@link DateFinder} finds in a text. Immutable. */
public final class QuickDates {
    /** A pattern, and the groups of its quick regex that say something. */
    private static final class Form {
        final QuickRegex regex;
        final int cutGroup;
        /** Null if there is none. */
        final PlainForm plainForm;

        private final char[] directives;
        private final int[] groups;

        Form(QuickRegex regex, DatePattern pattern) {
            Map<String, Integer> named = pattern.rule().regex().groups();
            this.regex = regex;
            this.cutGroup = pattern.cutGroup();
            this.plainForm = pattern.plainForm().orElse(null);
            this.directives = DateFields.directivesOf(named.keySet());
            this.groups = new int[directives.length];
            for (int index = 0; index < groups.length; index++) {
                groups[index] = named.get(String.valueOf(directives[index]));
            }
        }

        /** Whether what the match says can be read. */
        boolean read(QuickText match, byte[] bytes, DateFields fields) {
            fields.clear();
            try {
                for (int index = 0; index < groups.length; index++) {
                    if (match.start(groups[index]) >= 0) {
                        fields.read(directives[index], bytes, match.start(groups[index]), match.end(groups[index]));
                    }
                }
                return true;
            } catch (DateTimeException noSuchDate) {
                // A text like a date that names what does not exist is cut out, and tells no time.
                return false;
            }
        }
    }

    private final Form[] forms;
    private final int reach;
    private final ZoneId zone;

    private QuickDates(Form[] forms, int reach, ZoneId zone) {
        this.forms = forms;
        this.reach = reach;
        this.zone = zone;
    }

    /**
     * Empty if a pattern has no quick form.
     *
     * @param reach how far into a line dates are looked for
     * @param zone of dates that name none
     */
    static Optional<QuickDates> of(List<DatePattern> patterns, int reach, ZoneId zone) {
        Form[] forms = new Form[patterns.size()];
        for (int index = 0; index < forms.length; index++) {
            Regex regex = patterns.get(index).rule().regex();
            if (regex.quick().isEmpty()) {
                return Optional.empty();
            }
            forms[index] = new Form(regex.quick().get(), patterns.get(index));
        }
        return Optional.of(new QuickDates(forms, reach, zone));
    }

    /**
     * Looks for the date of the memory's line, and leaves there what it found.
     *
     * @return gave up if it is not known whether there is one; then the memory is as it was
     */
    public QuickRegex.Answer find(DateMemory memory) {
        if (memory.isAsBefore()) {
            return QuickRegex.Answer.MATCHED;
        }
        QuickRegex.Answer again = again(memory);
        QuickRegex.Answer answer = again == QuickRegex.Answer.MISSED ? leftmost(memory) : again;
        if (answer == QuickRegex.Answer.MATCHED) {
            memory.complete(zone);
        }
        return answer;
    }

    /** What stands where the last date stood, in the same form. */
    private QuickRegex.Answer again(DateMemory memory) {
        DatePlace last = memory.lastPlace();
        if (last == null || last.pattern() > forms.length) {
            return QuickRegex.Answer.MISSED;
        }
        Form form = forms[last.pattern() - 1];
        if (form.plainForm != null && last.start() == 0 && memory.readPlain(form.plainForm, last.pattern())) {
            return QuickRegex.Answer.MATCHED;
        }
        memory.useText(reach);
        QuickRegex.Answer answer = form.regex.search(memory.text());
        if (answer != QuickRegex.Answer.MATCHED) {
            return answer;
        }
        if (memory.text().start(form.cutGroup) - memory.lineStart() != last.start()) {
            return QuickRegex.Answer.MISSED;
        }
        take(memory, last.pattern(), form);
        return QuickRegex.Answer.MATCHED;
    }

    private QuickRegex.Answer leftmost(DateMemory memory) {
        int leftmost = Integer.MAX_VALUE;
        memory.useText(reach);
        for (int index = 0; index < forms.length && leftmost > memory.lineStart(); index++) {
            QuickRegex.Answer answer = forms[index].regex.search(memory.text());
            if (answer == QuickRegex.Answer.GAVE_UP) {
                return answer;
            }
            int start = answer == QuickRegex.Answer.MATCHED ? memory.text().start(forms[index].cutGroup) : -1;
            if (start >= 0 && start < leftmost) {
                leftmost = start;
                take(memory, index + 1, forms[index]);
            }
        }
        return leftmost == Integer.MAX_VALUE ? QuickRegex.Answer.MISSED : QuickRegex.Answer.MATCHED;
    }

    private static void take(DateMemory memory, int pattern, Form form) {
        QuickText match = memory.text();
        boolean readable = form.read(match, memory.bytes(), memory.fields());
        memory.found(pattern, match.start(form.cutGroup), match.end(form.cutGroup), readable);
    }
}
