// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.dialect.Origin;

/** The keys of a jail's configuration, read one by one, and what was wrong with them: all of it, not only the first. */
public final class Keys {
    private final JailConfiguration configuration;
    private final List<Problem> problems = new ArrayList<>();

    public Keys(JailConfiguration configuration) {
        this.configuration = configuration;
    }

    public JailConfiguration configuration() {
        return configuration;
    }

    /** The text of a key; empty if it is not set, or blank. */
    public Optional<String> text(String key) {
        return configuration.value(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * The value of a key.
     *
     * @param unset what the key means if it is not set
     * @param parse throws an {@link IllegalArgumentException} whose message is a sentence for the administrator
     * @param fallback the value if the text is wrong, which is noted as an error
     */
    public <T> T value(String key, String unset, Function<String, T> parse, T fallback) {
        try {
            return parse.apply(text(key).orElse(unset));
        } catch (IllegalArgumentException wrong) {
            problem(Problem.Severity.ERROR, key, wrong.getMessage());
            return fallback;
        }
    }

    /** Whether a key says yes; {@code unset} if it says nothing, and if what it says is wrong. */
    public boolean flag(String key, boolean unset) {
        return value(key, unset ? "yes" : "no", Keys::yesOrNo, unset);
    }

    /** Notes what is wrong with a key. */
    public void problem(Problem.Severity severity, String key, String message) {
        // What is missing has no place; the jail has.
        String place =
                configuration.origin(key).isEmpty() ? configuration.origin("enabled") : configuration.origin(key);
        Origin origin = Origin.parse(place);
        problems.add(new Problem(severity, origin.file(), origin.line(), configuration.name(), key + ": " + message));
    }

    /** Notes what is wrong elsewhere, because a key refers to it. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** What was wrong until now; a copy. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * What {@code yes} and {@code no} are written as.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on", "1" -> true;
            case "no", "false", "off", "0" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither yes nor no");
        };
    }
}
