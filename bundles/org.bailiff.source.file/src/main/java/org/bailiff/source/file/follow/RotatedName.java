// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a rotated file says about its age: {@code auth.log.1} and {@code auth.log.2.gz} are numbered,
 * {@code auth.log-20261122} and
 * {@code auth-20261122.log} are dated.
 *
 * @param number counts from the newest, 1; 0 if it is not numbered
 * @param date what follows the stream's name; empty if it is not dated
 */
public record RotatedName(int number, String date) {
    /** The older first; only for names of one kind. */
    static final Comparator<RotatedName> AGE =
            Comparator.comparingInt(RotatedName::number).reversed().thenComparing(RotatedName::date);

    private static final Pattern NAME = Pattern.compile(
            "(.+?)(?:\\.(\\d{1,5})|([-._]\\d{4}-?\\d\\d-?\\d\\d[-._:\\dT]*))(\\.[A-Za-z0-9]{1,4})?(\\.[A-Za-z0-9]{1,4})?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Says how the file's name was made from the stream's; empty if it was not made by rotation. */
    static Optional<RotatedName> of(String file, String stream) {
        Matcher parts = NAME.matcher(file);
        if (!parts.matches() || !streamsOf(parts).contains(stream)) {
            return Optional.empty();
        }
        boolean numbered = parts.group(2) != null;
        return Optional.of(
                numbered ? new RotatedName(Integer.parseInt(parts.group(2)), "") : new RotatedName(0, parts.group(3)));
    }

    /**
     * Says the same of a file beside one that a link names: rotated away from it, or of the same name but for the digits,
     * as a link {@code app.log} names {@code app-2026-11-26.log} today.
     */
    static Optional<RotatedName> beside(String file, String target) {
        Optional<RotatedName> rotated = of(file, target);
        return rotated.isPresent() || !withoutDigits(file).equals(withoutDigits(target))
                ? rotated
                : Optional.of(new RotatedName(0, file));
    }

    private static String withoutDigits(String name) {
        return DIGITS.matcher(name).replaceAll("0");
    }

    /** The names of the streams that a file with this name may have been rotated away from. */
    public static Set<String> streamsOf(String file) {
        Matcher parts = NAME.matcher(file);
        return parts.matches() ? streamsOf(parts) : Set.of();
    }

    private static Set<String> streamsOf(Matcher parts) {
        String suffix = parts.group(4);
        boolean withExtension = suffix != null && parts.group(3) != null;
        Set<String> streams = new HashSet<>();
        if (parts.group(5) == null) {
            streams.add(parts.group(1));
        }
        if (withExtension) {
            // What logrotate makes of a name with the directive "extension". Numbers there name instances as often.
            streams.add(parts.group(1) + suffix);
        }
        return streams;
    }

    /** Whether the names are of one kind and this is the later file. */
    boolean isNewerThan(RotatedName other) {
        return date.isEmpty() == other.date.isEmpty() && AGE.compare(this, other) > 0;
    }
}
