// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.bailiff.api.jail.IgnoreList.Entry;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * The form in which entries are kept: one a line, its parts separated by tabs, behind a checksum of them. A line that is
 * not exactly so was damaged or written by hand, and is set aside: it must not let anybody in.
 */
final class KeptText {
    private static final List<String> HEADER = List.of(
            "# Whom no jail bans. Written by the daemon: change it with 'bailiff ignore' and 'bailiff unignore'.",
            "# checksum, address or network, since, until, by, comment");
    private static final String ASIDE = "# set aside: ";
    private static final String NEVER = "never";
    private static final int ASIDE_LIMIT = 100;
    private static final int PARTS = 6;

    private KeptText() {}

    /**
     * What was read.
     *
     * @param entries that count
     * @param aside lines that do not
     */
    record Content(List<Entry> entries, List<SetAside> aside) {}

    /**
     * A line that does not count.
     *
     * @param number from 1
     */
    record SetAside(int number, String line) {}

    static Content parse(String text) {
        List<Entry> entries = new ArrayList<>();
        List<SetAside> aside = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int index = 0; index < lines.length; index++) {
            if (!lines[index].isBlank() && !HEADER.contains(lines[index]) && !lines[index].startsWith(ASIDE)) {
                SetAside line = new SetAside(index + 1, lines[index]);
                entry(lines[index]).ifPresentOrElse(entries::add, () -> aside.add(line));
            }
        }
        return new Content(entries, aside);
    }

    private static Optional<Entry> entry(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != PARTS || !parts[0].equals(checksum(line.substring(line.indexOf('\t') + 1)))) {
            return Optional.empty();
        }
        try {
            Optional<Instant> until = parts[3].equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(parts[3]));
            return Network.tryParse(parts[1])
                    .filter(KeptText::isAllowed)
                    .map(target -> new Entry(
                            target, SafeText.of(parts[5]), Instant.parse(parts[2]), until, SafeText.of(parts[4])));
        } catch (DateTimeException notATime) {
            // Written by hand, with a right checksum.
            return Optional.empty();
        }
    }

    /** A right checksum is easily made by hand; it does not let in what could not be added. */
    private static boolean isAllowed(Network target) {
        return target.prefixLength() > 0;
    }

    static String format(Collection<Entry> entries, List<SetAside> aside) {
        StringBuilder text = new StringBuilder(String.join("\n", HEADER)).append('\n');
        for (Entry entry : entries) {
            String line = String.join(
                    "\t",
                    entry.target().toString(),
                    entry.since().toString(),
                    entry.until().map(Instant::toString).orElse(NEVER),
                    entry.by(),
                    entry.comment());
            text.append(checksum(line)).append('\t').append(line).append('\n');
        }
        aside.stream().limit(ASIDE_LIMIT).forEach(line -> text.append(ASIDE)
                .append(SafeText.of(line.line()))
                .append('\n'));
        return text.toString();
    }

    private static String checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", checksum.getValue());
    }
}
