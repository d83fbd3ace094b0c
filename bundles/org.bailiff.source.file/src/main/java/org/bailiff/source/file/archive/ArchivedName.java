// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rotated file's name says: {@code auth.log.1} and {@code auth.log.2.gz} count from the newest, {@code
 * auth.log-20261122} and {@code auth-20261122.log.gz} are dated.
 *
 * @param number from 1 for the newest; 0 if the name is dated
 * @param date as it is written; empty if the name is numbered
 * @param streams the names of the logs that it may have been rotated away from
 */
record ArchivedName(int number, String date, Set<String> streams) {
    /** The older first; a name with a number is older than one with a date, as when somebody changes to dates. */
    static final Comparator<ArchivedName> AGE =
            Comparator.comparingInt(ArchivedName::number).reversed().thenComparing(ArchivedName::date);

    private static final String ENDING = "\\.[A-Za-z][A-Za-z0-9]{0,3}";
    private static final Pattern NAME = Pattern.compile("(?<stem>.+?)"
            + "(?:\\.(?<number>\\d{1,5})|[-._](?<date>\\d{4}-?\\d\\d-?\\d\\d[-._:\\dT]*))"
            + "(?<ending>" + ENDING + ")?(?<packed>" + ENDING + ")?");

    /** Says it of a file; empty if no rotation gives such names. */
    static Optional<ArchivedName> parse(String file) {
        Matcher parts = NAME.matcher(file);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String number = parts.group("number");
        return Optional.of(
                number == null
                        ? new ArchivedName(0, parts.group("date"), streams(parts))
                        : new ArchivedName(Integer.parseInt(number), "", streams(parts)));
    }

    private static Set<String> streams(Matcher parts) {
        Set<String> streams = new HashSet<>();
        if (parts.group("packed") == null) {
            streams.add(parts.group("stem"));
        }
        // A date may stand before the log's own ending. A number there tells one log from another as often.
        if (parts.group("ending") != null && parts.group("date") != null) {
            streams.add(parts.group("stem") + parts.group("ending"));
        }
        return streams;
    }
}
