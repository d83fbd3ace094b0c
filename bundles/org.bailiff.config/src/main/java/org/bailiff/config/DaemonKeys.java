// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.files.EtcTexts;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Entry;
import org.bailiff.dialect.Nearest;
import org.bailiff.text.SafeText;

/** Examines {@code bailiff.conf}. Its keys decide who may do what, so a slip in it is an error and never a guess. */
final class DaemonKeys {
    private static final String SECTION = "Definition";
    /** Read where the framework is made, before any bundle runs. */
    private static final Set<String> CHOICES = Set.of("deploy.writable", "attach");

    private final List<Problem> problems = new ArrayList<>();

    private DaemonKeys() {}

    /** What is wrong; all of it errors. */
    static List<Problem> problems(EtcTexts texts) {
        DaemonKeys keys = new DaemonKeys();
        keys.problems.addAll(texts.daemonProblems());
        try {
            keys.examine(texts.daemon());
        } catch (DialectException wrong) {
            keys.problems.add(EtcFolder.problem(wrong));
        }
        return keys.problems;
    }

    private void examine(Document document) throws DialectException {
        for (String section : document.sections()) {
            for (Entry entry : document.ownEntries(section)) {
                if (!section.equals(SECTION)) {
                    add(entry, "belongs into [" + SECTION + "], not [" + SafeText.of(section, 60) + "]");
                } else if (!CHOICES.contains(entry.key())) {
                    add(entry, unknown(entry.key()));
                } else {
                    examineChoice(document.entry(section, entry.key()).orElseThrow());
                }
            }
        }
        for (Entry entry : document.ownEntries("DEFAULT")) {
            if (!document.interpolatedKeys().contains(entry.key())) {
                add(entry, "belongs into [" + SECTION + "], not [DEFAULT]");
            }
        }
    }

    private static String unknown(String key) {
        return "is no key of this file; "
                + Nearest.to(key, CHOICES)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("remove it");
    }

    private void examineChoice(Entry entry) {
        if (YesNo.parse(entry.value()).isEmpty()) {
            add(entry, "is '" + SafeText.of(entry.value(), 60) + "'; it can be yes or no");
        }
    }

    private void add(Entry entry, String complaint) {
        problems.add(new Problem(
                Severity.ERROR,
                entry.origin().file(),
                entry.origin().line(),
                "",
                "'" + SafeText.of(entry.key(), 60) + "' " + complaint));
    }
}
