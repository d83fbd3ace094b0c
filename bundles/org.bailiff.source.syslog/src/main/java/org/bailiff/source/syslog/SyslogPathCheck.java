// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.SettingsCheck;
import org.osgi.service.component.annotations.Component;

/** Examines the key that names the addresses, of a jail that receives syslog. */
@Component
public final class SyslogPathCheck implements SettingsCheck {
    private static final String KEY = "logpath";
    private static final Pattern FILE_AND_LINE = Pattern.compile("(.+):(\\d{1,9})");

    @Override
    public Set<String> keys() {
        return Set.of(KEY);
    }

    @Override
    public List<Problem> check(JailConfiguration jail) {
        boolean isOurs = jail.value("backend")
                .filter(backend -> backend.strip().toLowerCase(Locale.ROOT).equals(SyslogSource.KIND))
                .isPresent();
        String value = isOurs ? jail.value(KEY).orElse("") : "";
        return value.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .flatMap(SyslogPathCheck::wrong)
                .map(sentence -> problem(jail, sentence))
                .toList();
    }

    private static Stream<String> wrong(String line) {
        String[] words = line.split("\\s+");
        if (words.length > 2 || words.length == 2 && !Set.of("tail", "head").contains(words[1])) {
            return Stream.of("an address is followed by nothing; write one a line");
        }
        try {
            SyslogAddress.parse(words[0]);
            return Stream.empty();
        } catch (IllegalArgumentException wrong) {
            return Stream.of(wrong.getMessage());
        }
    }

    private static Problem problem(JailConfiguration jail, String sentence) {
        Matcher origin = FILE_AND_LINE.matcher(jail.origin(KEY));
        boolean known = origin.matches();
        return new Problem(
                Severity.ERROR,
                known ? origin.group(1) : "",
                known ? Integer.parseInt(origin.group(2)) : 0,
                jail.name(),
                KEY + ": " + sentence);
    }
}
