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
    private static final int PREFIX = DIGITS + 1;
    /** Nothing within a record looks so, because a quotation mark in a JSON text has a backslash before it. */
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{8} \\{\"");

    private ChecksummedLine() {}

    /** The line of this object, its line end included. */
    static byte[] of(String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        byte[] line = Arrays.copyOf(checksum(content, 0), PREFIX + content.length + 1);
        line[DIGITS] = ' ';
        System.arraycopy(content, 0, line, PREFIX, content.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /** The object of a line without its line end; empty if the line is damaged. */
    static Optional<String> read(byte[] line) {
        return readFrom(line, 0);
    }

    /**
     * The object of the line that a damaged line ends with, if there is one: where a line end was damaged, two lines
     * became one, and the second of them is whole.
     */
    static Optional<String> salvage(byte[] line) {
        Matcher beginning = BEGINNING.matcher(new String(line, StandardCharsets.ISO_8859_1));
        while (beginning.find()) {
            Optional<String> json = readFrom(line, beginning.start());
            if (json.isPresent()) {
                return json;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> readFrom(byte[] line, int start) {
        int content = start + PREFIX;
        boolean whole = line.length > content
                && line[content - 1] == ' '
                && Arrays.equals(line, start, start + DIGITS, checksum(line, content), 0, DIGITS);
        return whole
                ? Optional.of(new String(line, content, line.length - content, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static byte[] checksum(byte[] bytes, int from) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, bytes.length - from);
        return HexFormat.of().toHexDigits((int) checksum.getValue()).getBytes(StandardCharsets.US_ASCII);
    }
}
