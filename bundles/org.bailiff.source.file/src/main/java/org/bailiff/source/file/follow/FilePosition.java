// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.source.Position;

/**
 * A place in a file of a stream.
 *
 * <p>Its text is {@code GENERATION BEGAN.STREAM OFFSET[+] LENGTH:CHECKSUM LENGTH:CHECKSUM KEY}: the fingerprint, the ending; the plus sign
 * says {@code inside}. Without BEGAN, STREAM and the ending it is one of an earlier version.
 *
 * @param generation orders the files of a stream; from the clock, so that it goes on rising after a restart; 0 until the
 *     file is read
 * @param began no later than the file's first byte was written and no earlier than the last of the file before, in
 *     milliseconds; as far as is known
 * @param stream a checksum of the path that was followed; 0 if it is not known
 * @param offset in bytes
 * @param inside whether it stands within a line whose beginning was delivered: the rest of that line is not a line
 * @param fingerprint of the file
 * @param ending the last bytes before the offset, as a checksum: another file may begin as this one, and be long enough
 * @param key device and inode, as the JDK writes them
 */
public record FilePosition(
        long generation,
        long began,
        int stream,
        long offset,
        boolean inside,
        Fingerprint fingerprint,
        Fingerprint ending,
        String key)
        implements Position {
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{1,18})(?: (\\d{1,18})\\.([0-9a-f]{1,8}))? (\\d{1,18})(\\+?) (\\d{1,3}:[0-9a-f]{1,8})(?: (\\d{1,3}:[0-9a-f]{1,8}))? ([^\\r\\n]+)");

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
        long generation = Long.parseLong(parts.group(1));
        return new FilePosition(
                generation,
                parts.group(2) == null ? generation : Long.parseLong(parts.group(2)),
                parts.group(3) == null ? 0 : Integer.parseUnsignedInt(parts.group(3), 16),
                Long.parseLong(parts.group(4)),
                !parts.group(5).isEmpty(),
                Fingerprint.parse(parts.group(6)),
                parts.group(7) == null ? Fingerprint.NONE : Fingerprint.parse(parts.group(7)),
                parts.group(8));
    }

    /** Whether nothing was written yet, so that no more than the inode is known of the file. */
    boolean isOfEmptyFile() {
        return offset == 0 && fingerprint.length() == 0;
    }

    @Override
    public String text() {
        return generation + " " + began + "." + Integer.toHexString(stream) + " " + offset + (inside ? "+ " : " ")
                + fingerprint.text() + " " + ending.text() + " " + key;
    }

    /** By file, then by offset. */
    @Override
    public int compareTo(Position other) {
        FilePosition place = (FilePosition) other;
        int byFile = Long.compare(generation, place.generation);
        return byFile != 0 ? byFile : Long.compare(offset, place.offset);
    }
}
