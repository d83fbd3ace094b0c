// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.override;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * A value that somebody set at run time.
 *
 * @param jail the jail's name
 * @param key in lower case
 * @param value checked by {@link OverridableKey}
 * @param by who, and through what; on one line
 * @param at when, in whole seconds
 */
public record OverrideEntry(String jail, String key, String value, String by, Instant at) {

    /** For people: who set it when. */
    public String origin() {
        return "override by " + by + " at " + at;
    }

    /** The checksum of all that it says, in eight hexadecimal digits. */
    String checksum() {
        CRC32 crc = new CRC32();
        crc.update(String.join("\n", jail, key, value, by, at.toString()).getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
