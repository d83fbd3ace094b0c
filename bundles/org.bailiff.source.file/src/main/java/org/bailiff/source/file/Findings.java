// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;

/** What is wrong with the value of one key, each finding with the place where the value stands. */
final class Findings {
    private static final Pattern FILE_AND_LINE = Pattern.compile("(.+):(\\d{1,9})");

    private final JailConfiguration jail;
    private final String key;
    private final List<Problem> problems = new ArrayList<>();

    Findings(JailConfiguration jail, String key) {
        this.jail = jail;
        this.key = key;
    }

    void error(String message) {
        add(Severity.ERROR, message);
    }

    void warning(String message) {
        add(Severity.WARNING, message);
    }

    private void add(Severity severity, String message) {
        Matcher origin = FILE_AND_LINE.matcher(jail.origin(key));
        boolean known = origin.matches();
        problems.add(new Problem(
                severity,
                known ? origin.group(1) : "",
                known ? Integer.parseInt(origin.group(2)) : 0,
                jail.name(),
                key + ": " + message));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
