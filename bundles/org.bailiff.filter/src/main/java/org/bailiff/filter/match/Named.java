// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** What groups captured by their names. There are few. Immutable. */
final class Named {
    static final Named NONE = new Named(new String[0]);

    /** Name, value, name, value and so on, in the order of the names. Those are interned: they are looked for with each line. */
    private final String[] parts;

    private Named(String[] parts) {
        this.parts = parts;
    }

    static Named of(SortedMap<String, String> values) {
        String[] parts = new String[2 * values.size()];
        int length = 0;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            parts[length++] = entry.getKey().intern();
            parts[length++] = entry.getValue();
        }
        return of(parts, length);
    }

    /**
     * @param parts name, value, name, value and so on, in the order of the names, which are interned. Not to be changed any more
     * @param length how many of the parts count
     */
    static Named of(String[] parts, int length) {
        if (length == 0) {
            return NONE;
        }
        return new Named(length == parts.length ? parts : Arrays.copyOf(parts, length));
    }

    /** Null if no group of this name, which is interned, took part. */
    String value(String name) {
        for (int index = 0; index < parts.length; index += 2) {
            if (parts[index] == name) {
                return parts[index + 1];
            }
        }
        return null;
    }

    /** As {@link #value(String)}, if that name is this part; otherwise null. */
    String value(int part, String name) {
        return part < parts.length && parts[part] == name ? parts[part + 1] : null;
    }

    /** The first so many parts. */
    Named first(int length) {
        return length == parts.length ? this : of(Arrays.copyOf(parts, length), length);
    }

    /** Copies the first so many parts. */
    void copy(String[] into, int length) {
        System.arraycopy(parts, 0, into, 0, length);
    }

    /** These over the other ones. */
    Named over(Named other) {
        if (other == NONE || other == this) {
            return this;
        }
        if (other.saysAllOf(this)) {
            return other;
        }
        String[] merged = new String[parts.length + other.parts.length];
        int length = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < parts.length || theirs < other.parts.length) {
            int order = order(mine, other, theirs);
            String[] from = order <= 0 ? parts : other.parts;
            int index = order <= 0 ? mine : theirs;
            merged[length++] = from[index];
            merged[length++] = from[index + 1];
            mine += order <= 0 ? 2 : 0;
            theirs += order >= 0 ? 2 : 0;
        }
        return of(merged, length);
    }

    private boolean saysAllOf(Named other) {
        for (int index = 0; index < other.parts.length; index += 2) {
            if (!other.parts[index + 1].equals(value(other.parts[index]))) {
                return false;
            }
        }
        return true;
    }

    /** Below 0 if the next name is ours, above if it is the other's, 0 if it is that of both. */
    private int order(int mine, Named other, int theirs) {
        if (mine == parts.length) {
            return 1;
        }
        if (theirs == other.parts.length) {
            return -1;
        }
        // Mostly the same groups of the same regexes.
        return parts[mine] == other.parts[theirs] ? 0 : parts[mine].compareTo(other.parts[theirs]);
    }

    /**
     * Those that are not too long, and not too many.
     *
     * @param most how many are kept
     * @param longest how many characters of one are
     */
    Named remembered(int most, int longest) {
        if (parts.length <= 2 * most && isShort(longest)) {
            return this;
        }
        String[] kept = new String[Math.min(parts.length, 2 * most)];
        int length = 0;
        for (int index = 0; index < parts.length && length < kept.length; index += 2) {
            if (parts[index + 1].length() <= longest) {
                kept[length++] = parts[index];
                kept[length++] = parts[index + 1];
            }
        }
        return of(kept, length);
    }

    /** Whether none has more than so many characters. */
    boolean isShort(int longest) {
        for (int index = 1; index < parts.length; index += 2) {
            if (parts[index].length() > longest) {
                return false;
            }
        }
        return true;
    }

    /** Whether a group of this name only says something of the line and its place in a session. */
    static boolean isMark(String name) {
        return switch (name) {
            case "content", "nofail", "mlfforget", "mlfgained", "mlfonce" -> true;
            default -> false;
        };
    }

    void putInto(Map<String, String> values) {
        for (int index = 0; index < parts.length; index += 2) {
            values.put(parts[index], parts[index + 1]);
        }
    }
}
