// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.text.SafeText;

/** Examines the key that names the files: lines of {@code PATH [tail|head]}. */
final class LogPathCheck {
    static final String KEY = "logpath";

    private static final Set<String> OPTIONS = Set.of("tail", "head");
    /** What fail2ban has for files, all the same here. */
    private static final Set<String> BACKENDS = Set.of("auto", "polling", "pyinotify", "gamin");

    private LogPathCheck() {}

    static List<Problem> check(JailConfiguration jail) {
        Findings findings = new Findings(jail, KEY);
        if (!readsFiles(jail)) {
            // As with fail2ban, whose stock jails name a path though they read the journal; of syslog it is an address,
            // and
            // of a plug-in's source whatever that makes of it.
            return findings.problems();
        }
        String value = jail.value(KEY).orElse("");
        value.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> checkLine(line, jail.readsBans(), findings));
        return findings.problems();
    }

    private static boolean readsFiles(JailConfiguration jail) {
        String backend = jail.value("backend").orElse("").strip().toLowerCase(Locale.ROOT);
        return backend.isEmpty() || BACKENDS.contains(backend);
    }

    private static void checkLine(String line, boolean mayBeAbsent, Findings findings) {
        String[] words = line.split("\\s+");
        if (words.length > 2 || words.length == 2 && !OPTIONS.contains(words[1])) {
            findings.error("'" + SafeText.of(line) + "' is not PATH [tail|head]; write one path a line, "
                    + "and ? for a blank in a name");
            return;
        }
        try {
            checkFiles(PathPattern.parse(words[0]), mayBeAbsent, findings);
        } catch (IllegalArgumentException wrong) {
            findings.error(wrong.getMessage());
        }
    }

    /** Whether the files are there and can be read; a jail that has something else to read may do without. */
    private static void checkFiles(PathPattern pattern, boolean mayBeAbsent, Findings findings) {
        PathPattern.Expansion expansion = pattern.expand();
        if (mayBeAbsent && expansion.files().isEmpty()) {
            return;
        }
        expansion.problems().forEach(findings::warning);
        if (expansion.files().isEmpty() && expansion.problems().isEmpty()) {
            findings.warning("no file matches " + pattern + " now; it is followed as soon as there is one");
        }
        expansion.files().stream()
                .filter(file -> !Files.isReadable(file))
                .forEach(file -> findings.warning("this user cannot read " + SafeText.of(file.toString())
                        + "; make the daemon's user a member of the group that owns it (adm on Debian)"));
    }
}
