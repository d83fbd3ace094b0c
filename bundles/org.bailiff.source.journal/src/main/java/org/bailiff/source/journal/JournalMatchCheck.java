// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.SettingsCheck;
import org.osgi.service.component.annotations.Component;

/** Examines the key that says which entries of the journal concern a jail. */
@Component
public final class JournalMatchCheck implements SettingsCheck {
    private static final String KEY = "journalmatch";
    private static final Pattern FILE_AND_LINE = Pattern.compile("(.+):(\\d{1,9})");

    @Override
    public Set<String> keys() {
        return Set.of(KEY);
    }

    @Override
    public List<Problem> check(JailConfiguration jail) {
        try {
            MatchExpression.parse(jail.value(KEY).orElse(""));
            return List.of();
        } catch (IllegalArgumentException wrong) {
            Matcher origin = FILE_AND_LINE.matcher(jail.origin(KEY));
            boolean known = origin.matches();
            return List.of(new Problem(
                    Severity.ERROR,
                    known ? origin.group(1) : "",
                    known ? Integer.parseInt(origin.group(2)) : 0,
                    jail.name(),
                    KEY + ": " + wrong.getMessage()));
        }
    }
}
