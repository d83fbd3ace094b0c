// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.override;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bailiff.config.YesNo;
import org.bailiff.dialect.Nearest;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.text.HostEntry;
import org.bailiff.text.SafeText;

/**
 * The keys of a jail that can be changed at run time. Never a path, a pattern or a command: whoever may change settings
 * shall not thereby choose what the daemon reads or runs.
 */
public enum OverridableKey {
    BANTIME(OverridableKey::banTime),
    FINDTIME(OverridableKey::findTime),
    MAXRETRY(OverridableKey::count),
    IGNOREIP(OverridableKey::hosts),
    SIMULATE(YesNo::normalised),
    ENABLED(YesNo::normalised),
    PAUSED(YesNo::normalised);

    private static final int HOSTS_LIMIT = 1000;
    /** The most that a jail takes. */
    private static final int HIGHEST_COUNT = 10_000;

    private final UnaryOperator<String> check;

    OverridableKey(UnaryOperator<String> check) {
        this.check = check;
    }

    /** As it is written in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The key of this name.
     *
     * @throws IllegalArgumentException if it cannot be changed at run time; the message says which can
     */
    public static OverridableKey of(String key) {
        return find(key).orElseThrow(() -> {
            List<String> keys = Arrays.stream(values()).map(OverridableKey::key).toList();
            String hint = Nearest.to(key, keys)
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElse("change it in the files and reload");
            return new IllegalArgumentException("'" + SafeText.of(key, 60) + "' is not one of the keys that can be"
                    + " changed at run time (" + String.join(", ", keys) + "); " + hint);
        });
    }

    static Optional<OverridableKey> find(String key) {
        return Arrays.stream(values())
                .filter(each -> each.key().equalsIgnoreCase(key))
                .findFirst();
    }

    /**
     * The value as it is kept: on one line, without what the dialect gives a meaning to.
     *
     * @throws IllegalArgumentException if the key cannot have it; the message is a sentence for the caller
     */
    public String checked(String value) {
        try {
            return check.apply(value.strip());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(key() + ": " + SafeText.of(wrong.getMessage()), wrong);
        }
    }

    private static String banTime(String value) {
        long seconds = TimeSpan.parseSeconds(value);
        if (seconds == 0) {
            throw new IllegalArgumentException("a ban lasts longer than nothing; -1 is for ever");
        }
        // In files any negative time is for ever, as in fail2ban; of one who types it, it is more likely a slip.
        if (seconds < -1) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(value, 60) + "' is less than nothing; -1 alone is for ever");
        }
        return onOneLine(value);
    }

    private static String findTime(String value) {
        if (TimeSpan.parseSeconds(value) <= 0) {
            throw new IllegalArgumentException("find time is longer than nothing; e.g. 10m");
        }
        return onOneLine(value);
    }

    private static String count(String value) {
        if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > HIGHEST_COUNT) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(value, 60) + "' is not a whole number from 1 to " + HIGHEST_COUNT);
        }
        return value;
    }

    private static String hosts(String value) {
        String[] hosts = value.isEmpty() ? new String[0] : value.split("[\\s,]+");
        if (hosts.length > HOSTS_LIMIT) {
            throw new IllegalArgumentException("more than " + HOSTS_LIMIT + " entries; put them into a file of jail.d");
        }
        return Arrays.stream(hosts)
                .map(host -> HostEntry.parse(host).toString())
                .collect(Collectors.joining(" "));
    }

    private static String onOneLine(String value) {
        return value.replaceAll("\\s+", " ");
    }
}
