// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A line of a ledger: a CRC-32C of eight hexadecimal digits, a space, the JSON object of which that is the checksum. */
final class ChecksummedLine {
    private static final int PREFIX = 9;

    private ChecksummedLine() {}

    static String of(JsonObject json) {
        String content = json.toString();
        return checksum(content) + " " + content;
    }

    /** The object; empty if the line is damaged. */
    static Optional<JsonObject> read(String line) {
        boolean whole = line.length() > PREFIX
                && line.charAt(PREFIX - 1) == ' '
                && line.startsWith(checksum(line.substring(PREFIX)));
        return whole
                ? Optional.of(JsonParser.parseString(line.substring(PREFIX)).getAsJsonObject())
                : Optional.empty();
    }

    private static String checksum(String content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
