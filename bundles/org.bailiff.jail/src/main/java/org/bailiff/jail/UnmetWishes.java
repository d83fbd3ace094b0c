// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.dialect.Origin;
import org.bailiff.jail.decision.Counting;

/** Finds what a jail asks of its filter, and the filter does not tell: the jail works, and the key has no effect. */
final class UnmetWishes {
    private static final String FORGIVING = "resetonsuccess";
    private static final String GAINED = "mlfgained";

    private UnmetWishes() {}

    /** A warning for each. */
    static List<Problem> of(JailConfiguration jail, JailSettings settings, FilterRules rules) {
        return Stream.of(forgiving(jail, settings, rules), counting(jail, settings, rules))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Problem> forgiving(JailConfiguration jail, JailSettings settings, FilterRules rules) {
        if (!settings.thresholds().forgives() || captures(rules, GAINED)) {
            return Optional.empty();
        }
        return Optional.of(
                warning(
                        jail,
                        FORGIVING,
                        "the filter " + settings.filter().name()
                                + " knows no line by which access is gained, so nobody is"
                                + " forgiven; put <F-MLFGAINED>...</F-MLFGAINED> into a failregex for it, or take the key out"));
    }

    private static Optional<Problem> counting(JailConfiguration jail, JailSettings settings, FilterRules rules) {
        Counting counting = settings.thresholds().counting();
        if (counting.kind() != Counting.Kind.CAPTURE || captures(rules, counting.capture())) {
            return Optional.empty();
        }
        return Optional.of(warning(
                jail,
                Counting.KEY,
                "the filter " + settings.filter().name() + " captures no '" + counting.capture()
                        + "', so failures count by address; put <F-"
                        + counting.capture().toUpperCase(Locale.ROOT)
                        + "> into its failregex, or write address"));
    }

    /** Whether a regex has the tag or the named group, or one that gives another value of the same. */
    private static boolean captures(FilterRules rules, String name) {
        Pattern group = Pattern.compile(
                "(?:<F-|\\(\\?P?<)(?:ALT_)?" + Pattern.quote(name) + "[_\\d]*/?>", Pattern.CASE_INSENSITIVE);
        return Stream.concat(rules.prefRegex().stream(), rules.failRegexes().stream())
                .anyMatch(regex -> group.matcher(regex).find());
    }

    private static Problem warning(JailConfiguration jail, String key, String text) {
        Origin origin = Origin.parse(jail.origin(key));
        return new Problem(Problem.Severity.WARNING, origin.file(), origin.line(), jail.name(), key + ": " + text);
    }
}
