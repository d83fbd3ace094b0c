// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.Collection;
import java.util.Map;

/** Groups of prefix and failregex by their names: the failregex's counts where both have one and both took part. Immutable. */
final class CapturingGroups {
    /** Has no group of its own in the prefix, or in the failregex. */
    private static final int NONE = 0;

    /** The same names as elsewhere: sessions merge what lines of several regexes captured. */
    private final String[] names;

    private final int[] ofFailure;
    private final int[] ofPrefix;

    /**
     * @param names in the order in which the groups are wanted
     * @param prefix its groups by name
     * @param failure the failregex's
     */
    CapturingGroups(Collection<String> names, Map<String, Integer> prefix, Map<String, Integer> failure) {
        this.names = names.stream().map(String::intern).toArray(String[]::new);
        this.ofFailure = numbers(failure);
        this.ofPrefix = numbers(prefix);
    }

    private int[] numbers(Map<String, Integer> groups) {
        int[] numbers = new int[names.length];
        for (int index = 0; index < names.length; index++) {
            numbers[index] = groups.getOrDefault(names[index], NONE);
        }
        return numbers;
    }

    /**
     * What a group took in the last match.
     *
     * @param likely what it may well have taken, and is then given back; null if that is not known
     * @return null if it took no part
     */
    String value(int index, Region prefix, Region failure, String likely) {
        String captured = captured(ofFailure[index], failure, likely);
        return captured == null ? captured(ofPrefix[index], prefix, likely) : captured;
    }

    private static String captured(int group, Region region, String likely) {
        return group == NONE ? null : region.captured(group, likely);
    }

    /** What all of them took; what is likely, if it is the same. */
    Named named(Region prefix, Region failure, Named likely) {
        int parts = 0;
        for (int index = 0; index < names.length; index++) {
            String before = likely.value(parts, names[index]);
            String value = value(index, prefix, failure, before);
            if (value != before) {
                return named(index, parts, value, prefix, failure, likely);
            }
            parts += value == null ? 0 : 2;
        }
        return likely.first(parts);
    }

    /** What all of them took if it is as likely only before one of them. */
    private Named named(int index, int same, String value, Region prefix, Region failure, Named likely) {
        String[] parts = new String[same + 2 * (names.length - index)];
        likely.copy(parts, same);
        int length = put(index, value, parts, same);
        for (int later = index + 1; later < names.length; later++) {
            length = put(later, value(later, prefix, failure, likely.value(names[later])), parts, length);
        }
        return Named.of(parts, length);
    }

    private int put(int index, String value, String[] parts, int length) {
        if (value == null) {
            return length;
        }
        parts[length] = names[index];
        parts[length + 1] = value;
        return length + 2;
    }

    /** What all of them took, which are {@link Who#GROUPS}; what is likely, if it is the same. */
    Who who(Region prefix, Region failure, Who likely) {
        for (int index = 0; index < names.length; index++) {
            // It is the same object where it is the same text.
            if (value(index, prefix, failure, likely.written(index)) != likely.written(index)) {
                return who(index, prefix, failure, likely);
            }
        }
        return likely;
    }

    /** One that is as likely only for so many groups. */
    private Who who(int same, Region prefix, Region failure, Who likely) {
        String[] told = new String[names.length];
        for (int index = 0; index < told.length; index++) {
            told[index] = index < same ? likely.written(index) : value(index, prefix, failure, likely.written(index));
        }
        return Who.of(told);
    }
}
