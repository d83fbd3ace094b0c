// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.text.SafeText;

/** Examines fail2ban's key for the way in which lines are got. For files there is one way, whatever it says. */
final class BackendCheck {
    static final String KEY = "backend";

    private static final String JOURNAL = "systemd";
    private static final Set<String> FILES = Set.of("auto", "polling", "pyinotify", "gamin");

    private BackendCheck() {}

    private static boolean isJournal(JailConfiguration jail) {
        return jail.value(KEY).map(BackendCheck::normal).orElse("").startsWith(JOURNAL);
    }

    static List<Problem> check(JailConfiguration jail) {
        Findings findings = new Findings(jail, KEY);
        String value = jail.value(KEY).orElse("auto");
        boolean hasPath =
                jail.value(LogPathCheck.KEY).filter(path -> !path.isBlank()).isPresent();
        if (isJournal(jail) && hasPath) {
            findings.warning("the source for the systemd journal (org.bailiff.source.journal) is not available yet, so "
                    + "the files of logpath are followed instead; write backend = auto if that is meant");
        } else if (isJournal(jail)) {
            findings.error("the source for the systemd journal (org.bailiff.source.journal) is not available yet; "
                    + "write backend = auto, and name a log file in logpath");
        } else if (!FILES.contains(normal(value))) {
            findings.warning("'" + SafeText.of(value) + "' is not known, and taken as auto; it is auto, polling, "
                    + "pyinotify or gamin, which all mean the same here");
        }
        return findings.problems();
    }

    private static String normal(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
