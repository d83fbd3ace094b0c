// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.source.Position;

/**
 * A place in a file of a stream.
 *
 * <p>Its text is {@code GENERATION OFFSET[+] LENGTH:CHECKSUM KEY}; the plus sign says {@code inside}.
 *
 * @param generation orders the files of a stream; from the clock, so that it goes on rising after a restart
 * @param offset in bytes
 * @param inside whether it stands within a line whose beginning was delivered: the rest of that line is not a line
 * @param fingerprint of the file
 * @param key device and inode, as the JDK writes them
 */
public record FilePosition(long generation, long offset, boolean inside, Fingerprint fingerprint, String key)
        implements Position {
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,18}) (\\d{1,18})(\\+?) (\\d{1,3}):([0-9a-f]{1,8}) ([^\\r\\n]+)");

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static FilePosition parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a position in a file");
        }
        return new FilePosition(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                !parts.group(3).isEmpty(),
                new Fingerprint(Integer.parseInt(parts.group(4)), Integer.parseUnsignedInt(parts.group(5), 16)),
                parts.group(6));
    }

    @Override
    public String text() {
        return generation + " " + offset + (inside ? "+ " : " ") + fingerprint.length() + ":"
                + Integer.toHexString(fingerprint.checksum()) + " " + key;
    }

    /** By file, then by offset. */
    @Override
    public int compareTo(Position other) {
        FilePosition place = (FilePosition) other;
        int byFile = Long.compare(generation, place.generation);
        return byFile != 0 ? byFile : Long.compare(offset, place.offset);
    }
}
