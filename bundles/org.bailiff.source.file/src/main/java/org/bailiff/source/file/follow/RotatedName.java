// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a rotated file says about its age: {@code auth.log.1} and {@code auth.log.2.gz} are numbered,
 * {@code auth.log-20261122} is dated.
 *
 * @param number counts from the newest, 1; 0 if it is not numbered
 * @param date what follows the stream's name; empty if it is not dated
 */
public record RotatedName(int number, String date) {
    /** The older first; only for names of one kind. */
    static final Comparator<RotatedName> AGE =
            Comparator.comparingInt(RotatedName::number).reversed().thenComparing(RotatedName::date);

    private static final Pattern NAME =
            Pattern.compile("(.+?)(?:\\.(\\d{1,5})|([-._]\\d{4}-?\\d\\d-?\\d\\d[-._:\\dT]*))(\\.[a-z0-9]{1,4})?");

    /** Says how the file's name was made from the stream's; empty if it was not made by rotation. */
    static Optional<RotatedName> of(String file, String stream) {
        Matcher parts = NAME.matcher(file);
        if (!parts.matches() || !parts.group(1).equals(stream)) {
            return Optional.empty();
        }
        boolean numbered = parts.group(2) != null;
        return Optional.of(
                numbered ? new RotatedName(Integer.parseInt(parts.group(2)), "") : new RotatedName(0, parts.group(3)));
    }

    /** The name of the stream that a file with this name may have been rotated away from. */
    public static Optional<String> streamOf(String file) {
        Matcher parts = NAME.matcher(file);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    /** Whether the names are of one kind and this is the later file. */
    boolean isNewerThan(RotatedName other) {
        return date.isEmpty() == other.date.isEmpty() && AGE.compare(this, other) > 0;
    }
}
