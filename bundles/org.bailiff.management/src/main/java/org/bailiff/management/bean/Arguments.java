// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.time.Duration;
import java.util.Optional;
import org.bailiff.api.BanTime;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** What callers type, and jconsole fills in beforehand ({@code String}, {@code 0}), as values; or a sentence about it. */
public final class Arguments {
    private static final String PREFILLED = "String";
    private static final int SHOWN = 60;
    /** A hundred years: far from what a time can hold. */
    private static final Duration LONGEST_BAN = Duration.ofDays(36_500);

    private Arguments() {}

    /**
     * @throws IllegalArgumentException if it is neither an address nor a network; whether a network may be banned is the
     *     jail's to say
     */
    public static Network network(String text) {
        return Network.tryParse(text.strip()).orElseThrow(() -> noSuch(text, "2001:db8::/64"));
    }

    /**
     * @throws IllegalArgumentException if it is not an address
     */
    public static Address address(String text) {
        return Network.tryParse(text.strip())
                .filter(Network::isSingle)
                .map(Network::base)
                .orElseThrow(() -> noSuch(text, "2001:db8::7"));
    }

    private static IllegalArgumentException noSuch(String text, String example) {
        return new IllegalArgumentException(quoted(text) + " is not an address; e.g. 192.0.2.7 or " + example);
    }

    /**
     * Empty for 0: the jail's ban time.
     *
     * @throws IllegalArgumentException if there is no such time
     */
    public static Optional<BanTime> banTime(long seconds) {
        if (seconds < -1 || seconds > LONGEST_BAN.toSeconds()) {
            throw new IllegalArgumentException(seconds
                    + " is not a ban time in seconds; 0 is the jail's ban time, -1 for ever, "
                    + LONGEST_BAN.toSeconds() + " the longest");
        }
        return seconds == 0 ? Optional.empty() : Optional.of(BanTime.ofSeconds(seconds));
    }

    /**
     * How long something lasts; empty for 0: for ever.
     *
     * @throws IllegalArgumentException if there is no such time
     */
    static Optional<Duration> span(long seconds) {
        if (seconds < 0 || seconds > LONGEST_BAN.toSeconds()) {
            throw new IllegalArgumentException(
                    seconds + " is not a time in seconds; 0 is for ever, " + LONGEST_BAN.toSeconds() + " the longest");
        }
        return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    /**
     * The name of a filter.
     *
     * @throws IllegalArgumentException if none was typed
     */
    static String filter(String text) {
        return typed(text, "a filter's name", "sshd");
    }

    /**
     * A key of the configuration.
     *
     * @throws IllegalArgumentException if none was typed
     */
    static String key(String text) {
        return typed(text, "a key", "bantime");
    }

    private static String typed(String text, String what, String example) {
        if (text.isBlank() || text.equals(PREFILLED)) {
            throw new IllegalArgumentException(quoted(text) + " is not " + what + "; e.g. " + example);
        }
        return text.strip();
    }

    /** The operator's words; none if jconsole's were left in the field. */
    public static String reason(String text) {
        return text.equals(PREFILLED) ? "" : text.strip();
    }

    /** What the caller typed, safe to show, in quotation marks. */
    public static String quoted(String text) {
        return "'" + SafeText.of(text, SHOWN) + "'";
    }
}
