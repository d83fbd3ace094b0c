// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.filter.automaton.AsciiText;
import org.bailiff.filter.automaton.Automaton;
import org.bailiff.filter.regex.Regex;

/** Finds in ASCII bytes the dates that a {@link DateFinder} finds in a text. Immutable. */
public final class QuickDates {
    /** What a look for a date came to. */
    public enum Answer {
        FOUND,
        MISSED,
        /** Only the other way can tell. */
        GAVE_UP
    }

    /** A pattern, and the groups of its regex that say something. */
    private static final class Form {
        private final Regex regex;
        final int cutGroup;
        /** Null if there is none. */
        final PlainForm plainForm;

        private final char[] directives;
        private final int[] groups;

        /** Null until the first search: most forms are never looked for. */
        private Optional<Automaton> automaton;

        Form(DatePattern pattern) {
            this.regex = pattern.rule().regex();
            Map<String, Integer> named = regex.groups();
            this.cutGroup = pattern.cutGroup();
            this.plainForm = pattern.plainForm().orElse(null);
            this.directives = DateFields.directivesOf(named.keySet());
            this.groups = new int[directives.length];
            for (int index = 0; index < groups.length; index++) {
                groups[index] = named.get(String.valueOf(directives[index]));
            }
        }

        Answer search(AsciiText text) {
            Optional<Automaton> made = automaton;
            if (made == null) {
                made = Automaton.withAllGroups(regex);
                automaton = made;
            }
            int found = made.isEmpty() ? Automaton.GAVE_UP : made.get().search(text);
            return found == Automaton.GAVE_UP ? Answer.GAVE_UP : found >= 0 ? Answer.FOUND : Answer.MISSED;
        }

        /** Whether what the match says can be read. */
        boolean read(AsciiText match, byte[] bytes, DateFields fields) {
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

    /**
     * @param reach how far into a line dates are looked for
     * @param zone of dates that name none
     */
    QuickDates(List<DatePattern> patterns, int reach, ZoneId zone) {
        this.forms = patterns.stream().map(Form::new).toArray(Form[]::new);
        this.reach = reach;
        this.zone = zone;
    }

    /**
     * Looks for the date of the memory's line, and leaves there what it found.
     *
     * @return gave up if it is not known whether there is one; then the memory is as it was
     */
    public Answer find(DateMemory memory) {
        if (memory.isAsBefore()) {
            return Answer.FOUND;
        }
        Answer again = again(memory);
        Answer answer = again == Answer.MISSED ? leftmost(memory) : again;
        if (answer == Answer.FOUND) {
            memory.complete(zone);
        }
        return answer;
    }

    /** What stands where the last date stood, in the same form. */
    private Answer again(DateMemory memory) {
        DatePlace last = memory.lastPlace();
        if (last == null || last.pattern() > forms.length) {
            return Answer.MISSED;
        }
        Form form = forms[last.pattern() - 1];
        if (form.plainForm != null && last.start() == 0 && memory.readPlain(form.plainForm, last.pattern())) {
            return Answer.FOUND;
        }
        memory.useText(reach);
        Answer answer = form.search(memory.text());
        if (answer != Answer.FOUND) {
            return answer;
        }
        if (memory.text().start(form.cutGroup) - memory.lineStart() != last.start()) {
            return Answer.MISSED;
        }
        take(memory, last.pattern(), form);
        return Answer.FOUND;
    }

    private Answer leftmost(DateMemory memory) {
        int leftmost = Integer.MAX_VALUE;
        memory.useText(reach);
        for (int index = 0; index < forms.length && leftmost > memory.lineStart(); index++) {
            Answer answer = forms[index].search(memory.text());
            if (answer == Answer.GAVE_UP) {
                return answer;
            }
            int start = answer == Answer.FOUND ? memory.text().start(forms[index].cutGroup) : -1;
            if (start >= 0 && start < leftmost) {
                leftmost = start;
                take(memory, index + 1, forms[index]);
            }
        }
        return leftmost == Integer.MAX_VALUE ? Answer.MISSED : Answer.FOUND;
    }

    private static void take(DateMemory memory, int pattern, Form form) {
        AsciiText match = memory.text();
        boolean readable = form.read(match, memory.bytes(), memory.fields());
        memory.found(pattern, match.start(form.cutGroup), match.end(form.cutGroup), readable);
    }
}
