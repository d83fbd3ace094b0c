// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** A line of a log: a CRC-32C of eight hexadecimal digits, a space, a JSON object of which that is the checksum. */
final class ChecksummedLine {
    private static final int DIGITS = 8;
    /** What stands before the object. */
    static final int PREFIX = DIGITS + 1;

    /** Nothing within a record looks so, because a quotation mark in a JSON text has a backslash before it. */
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{8} \\{\"");

    private ChecksummedLine() {}

    /** The line of this object, its line end included. */
    static byte[] of(String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[PREFIX + content.length + 1];
        System.arraycopy(content, 0, line, PREFIX, content.length);
        seal(line, 0, line.length - 1);
        line[line.length - 1] = '\n';
        return line;
    }

    /** Puts the checksum before an object that ends at {@code to}, into the room that was left for it. */
    static void seal(byte[] bytes, int from, int to) {
        System.arraycopy(checksum(bytes, from + PREFIX, to), 0, bytes, from, DIGITS);
        bytes[from + DIGITS] = ' ';
    }

    /** The object of a line without its line end; empty if the line is damaged. */
    static Optional<ByteRange> content(ByteRange line) {
        int content = line.from() + PREFIX;
        boolean whole = line.to() > content
                && line.bytes()[content - 1] == ' '
                && Arrays.equals(
                        line.bytes(),
                        line.from(),
                        line.from() + DIGITS,
                        checksum(line.bytes(), content, line.to()),
                        0,
                        DIGITS);
        return whole ? Optional.of(line.startingAt(content)) : Optional.empty();
    }

    /**
     * The whole line that a damaged line ends with, if there is one: where a line end was damaged, two lines became one,
     * and the second of them is whole.
     */
    static Optional<ByteRange> salvage(ByteRange line) {
        String text = new String(line.bytes(), line.from(), line.length(), StandardCharsets.ISO_8859_1);
        Matcher beginning = BEGINNING.matcher(text);
        while (beginning.find()) {
            ByteRange rest = line.startingAt(line.from() + beginning.start());
            if (content(rest).isPresent()) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }

    private static byte[] checksum(byte[] bytes, int from, int to) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        return HexFormat.of().toHexDigits((int) checksum.getValue()).getBytes(StandardCharsets.US_ASCII);
    }
}
