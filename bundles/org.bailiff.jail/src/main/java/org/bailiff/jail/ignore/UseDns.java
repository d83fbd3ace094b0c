// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.Locale;
import org.bailiff.text.SafeText;

/** What becomes of hosts that a log names instead of writing their addresses. */
public enum UseDns {
    /** Their addresses are looked up. */
    YES,
    /** Their addresses are looked up, and each time that is said in the log. */
    WARN,
    /** They are found, and nobody is banned. */
    NO,
    /** They are taken as they are; but what bans takes addresses, so that nobody is banned by them either. */
    RAW;

    /** The jail's key. */
    public static final String KEY = "usedns";

    /**
     * What the text says.
     *
     * @throws IllegalArgumentException if it says nothing of the kind; the message is a sentence
     */
    public static UseDns parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on", "1" -> YES;
            case "warn" -> WARN;
            case "no", "false", "off", "0" -> NO;
            case "raw" -> RAW;
            default ->
                throw new IllegalArgumentException("'" + SafeText.of(text, 60)
                        + "' is not what can be done with names; it is yes, warn, no or raw");
        };
    }

    public boolean looksUp() {
        return this == YES || this == WARN;
    }
}
