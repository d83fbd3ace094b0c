// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.util.Map;
import java.util.Optional;

/**
 * A jail as it is configured.
 *
 * <p>The factory configuration of a jail (PID {@link #FACTORY_PID}, name the jail's) says the same: {@link
 * org.bailiff.api.jail.Jail#NAME} is the name; each key is a property with its resolved value as text, lines joined by
 * {@code \n}; and each {@code origin.KEY} says where the value stands. {@code enabled} is always there. A jail whose files
 * are wrong has the key {@link #ERROR}: it is FAILED with that sentence, unless it is not enabled.
 *
 * @param name the jail's name
 * @param settings by key, in lower case
 */
public record JailConfiguration(String name, Map<String, Setting> settings) {
    /** The factory PID of jails. */
    public static final String FACTORY_PID = "org.bailiff.jail";
    /** What the property that tells a key's origin begins with. */
    public static final String ORIGIN_PREFIX = "origin.";
    /** The key that names the filter, with its parameters behind it; the jail's own name if it is not set. */
    public static final String FILTER = "filter";
    /** The key whose value is the sentence that says why the jail's files cannot be used. */
    public static final String ERROR = "config.error";

    /** The filter of jails that ban for long whoever other jails ban again and again. */
    private static final String FILTER_OF_BANS = "recidive";

    public JailConfiguration {
        settings = Map.copyOf(settings);
    }

    /** The value of a key; empty if it is not set. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(settings.get(key)).map(Setting::value);
    }

    /** Where the value of a key stands, as {@code FILE:LINE}; empty if it is not set. */
    public String origin(String key) {
        return Optional.ofNullable(settings.get(key)).map(Setting::origin).orElse("");
    }

    /** Whether the jail reads what other jails ban; see {@link #readsBans(String, String)}. */
    public boolean readsBans() {
        return readsBans(name, value(FILTER).orElse(""));
    }

    /**
     * Whether a jail reads what other jails ban, beside its log if it has one. Its own bans are told to nobody.
     *
     * @param jail its name
     * @param filter the value of {@link #FILTER}; blank if it is not set
     */
    public static boolean readsBans(String jail, String filter) {
        String name = filter.split("\\[", 2)[0].strip();
        return (name.isEmpty() ? jail : name).equals(FILTER_OF_BANS);
    }
}
