// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.override;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.text.SafeText;

/**
 * The form in which overrides are kept: in fail2ban's dialect, each value under a comment that says who set it when, with
 * a checksum over both and the jail's name. A line that is not exactly so was damaged or written by hand, and is set
 * aside: it must not weaken a jail.
 */
final class OverridesText {
    private static final String HEADER =
            "# Values set at run time. Written by the daemon: change them with" + " 'bailiff set' and 'bailiff unset'.";
    private static final String ASIDE = "# set aside: ";
    private static final Pattern NOTE = Pattern.compile("# set by (?<by>.+) at (?<at>\\S+); crc (?<crc>[0-9a-f]{8})");
    private static final Pattern VALUE = Pattern.compile("(?<key>[a-z]+) = (?<value>.*)");
    private static final int ASIDE_LIMIT = 100;

    private final List<OverrideEntry> entries = new ArrayList<>();
    private final List<SetAside> aside = new ArrayList<>();
    private String jail = "";
    private Matcher note;
    private int lineNumber;

    private OverridesText() {}

    /**
     * A line that does not count.
     *
     * @param line its number, from 1
     * @param text what it says
     */
    record SetAside(int line, String text) {}

    /** What was read: what counts, and what does not. */
    record Content(Overrides overrides, List<SetAside> aside) {}

    static Content parse(String text) {
        OverridesText parser = new OverridesText();
        text.lines().forEach(parser::line);
        parser.endNote();
        Overrides overrides = Overrides.NONE;
        for (OverrideEntry entry : parser.entries) {
            overrides = overrides.with(entry);
        }
        return new Content(overrides, parser.aside);
    }

    static String format(Overrides overrides, List<SetAside> aside) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        String section = "";
        for (OverrideEntry entry : overrides.entries()) {
            if (!entry.jail().equals(section)) {
                section = entry.jail();
                text.append("\n[").append(section).append("]\n");
            }
            text.append("# set by ").append(entry.by()).append(" at ").append(entry.at());
            text.append("; crc ").append(entry.checksum()).append('\n');
            text.append(entry.key()).append(" = ").append(entry.value()).append('\n');
        }
        aside.stream().limit(ASIDE_LIMIT).forEach(line -> text.append(ASIDE)
                .append(SafeText.of(line.text()))
                .append('\n'));
        return text.toString();
    }

    private void line(String line) {
        lineNumber++;
        Matcher newNote = NOTE.matcher(line);
        if (newNote.matches()) {
            endNote();
            note = newNote;
        } else if (note != null) {
            value(line);
        } else if (line.startsWith("[") && line.endsWith("]")) {
            jail = line.substring(1, line.length() - 1);
        } else if (!line.isBlank() && !line.equals(HEADER) && !line.startsWith(ASIDE)) {
            aside.add(new SetAside(lineNumber, line));
        }
    }

    private void value(String line) {
        Optional<OverrideEntry> entry = entry(line);
        entry.ifPresentOrElse(entries::add, () -> aside.add(new SetAside(lineNumber, line)));
        note = null;
    }

    private Optional<OverrideEntry> entry(String line) {
        Matcher value = VALUE.matcher(line);
        if (!value.matches()) {
            return Optional.empty();
        }
        try {
            OverrideEntry entry = new OverrideEntry(
                    jail, value.group("key"), value.group("value"), note.group("by"), Instant.parse(note.group("at")));
            boolean intact = entry.checksum().equals(note.group("crc"));
            return intact && isAllowed(entry) ? Optional.of(entry) : Optional.empty();
        } catch (DateTimeException notATime) {
            // The note was damaged, as its checksum would say too.
            return Optional.empty();
        }
    }

    /** A right checksum is easily made by hand; it does not let in what {@code set} would refuse. */
    private static boolean isAllowed(OverrideEntry entry) {
        try {
            return OverridableKey.of(entry.key()).checked(entry.value()).equals(entry.value());
        } catch (IllegalArgumentException refused) {
            // Named as set aside, like a damaged line.
            return false;
        }
    }

    /** A note without a value under it has lost it. */
    private void endNote() {
        if (note != null) {
            aside.add(new SetAside(lineNumber, note.group()));
            note = null;
        }
    }
}
