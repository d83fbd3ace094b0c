// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The abbreviations of time zones that logs use, as hours from UTC. An abbreviation says by itself whether it is summer:
 * it is an offset, not a place. Those that several parts of the world use for different offsets are left out but for the
 * one that RFC 5322 gives a meaning (EST, CST, ...).
 */
public final class ZoneAbbreviations {
    private static final Map<String, Double> HOURS = Map.ofEntries(
            Map.entry("Z", 0.0),
            Map.entry("UTC", 0.0),
            Map.entry("GMT", 0.0),
            Map.entry("UT", 0.0),
            Map.entry("WET", 0.0),
            Map.entry("WEST", 1.0),
            Map.entry("CET", 1.0),
            Map.entry("CEST", 2.0),
            Map.entry("MET", 1.0),
            Map.entry("MEST", 2.0),
            Map.entry("EET", 2.0),
            Map.entry("EEST", 3.0),
            Map.entry("MSK", 3.0),
            Map.entry("MSD", 4.0),
            Map.entry("SAST", 2.0),
            Map.entry("WAT", 1.0),
            Map.entry("CAT", 2.0),
            Map.entry("EAT", 3.0),
            Map.entry("PKT", 5.0),
            Map.entry("ICT", 7.0),
            Map.entry("WIB", 7.0),
            Map.entry("HKT", 8.0),
            Map.entry("SGT", 8.0),
            Map.entry("AWST", 8.0),
            Map.entry("JST", 9.0),
            Map.entry("KST", 9.0),
            Map.entry("ACST", 9.5),
            Map.entry("ACDT", 10.5),
            Map.entry("AEST", 10.0),
            Map.entry("AEDT", 11.0),
            Map.entry("NZST", 12.0),
            Map.entry("NZDT", 13.0),
            Map.entry("NST", -3.5),
            Map.entry("NDT", -2.5),
            Map.entry("BRT", -3.0),
            Map.entry("ART", -3.0),
            Map.entry("AST", -4.0),
            Map.entry("ADT", -3.0),
            Map.entry("EST", -5.0),
            Map.entry("EDT", -4.0),
            Map.entry("CST", -6.0),
            Map.entry("CDT", -5.0),
            Map.entry("MST", -7.0),
            Map.entry("MDT", -6.0),
            Map.entry("PST", -8.0),
            Map.entry("PDT", -7.0),
            Map.entry("AKST", -9.0),
            Map.entry("AKDT", -8.0),
            Map.entry("HST", -10.0));

    private ZoneAbbreviations() {}

    /** The offset that an abbreviation means, in letters of any case; empty if it is none of them. */
    public static Optional<ZoneOffset> offset(String abbreviation) {
        return Optional.ofNullable(HOURS.get(abbreviation.toUpperCase(Locale.ROOT)))
                .map(hours -> ZoneOffset.ofTotalSeconds((int) (hours * 3600)));
    }
}
