// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.Setting;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.files.EtcTexts;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Entry;
import org.bailiff.dialect.Nearest;
import org.bailiff.text.SafeText;

/** Reads {@code bailiff.conf}. Its keys decide who may do what, so a slip in it is an error and never a guess. */
final class DaemonKeys {
    /** Where an area listens: its key, without the area. */
    static final String LISTEN = "listen";

    private static final String SECTION = "Definition";

    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<DaemonKey, Setting> values = new TreeMap<>();

    private DaemonKeys() {}

    /**
     * What was read.
     *
     * @param settings what is right
     * @param problems what is wrong; all of it errors
     */
    record Content(DaemonSettings settings, List<Problem> problems) {}

    static Content read(EtcTexts texts) {
        DaemonKeys keys = new DaemonKeys();
        keys.problems.addAll(texts.daemonProblems());
        try {
            keys.read(texts.daemon());
        } catch (DialectException wrong) {
            keys.problems.add(EtcFolder.problem(wrong));
        }
        return new Content(new DaemonSettings(keys.values), List.copyOf(keys.problems));
    }

    private void read(Document document) throws DialectException {
        for (String section : document.sections()) {
            for (Entry entry : document.ownEntries(section)) {
                if (!section.equals(SECTION)) {
                    add(entry, "belongs into [" + SECTION + "], not [" + SafeText.of(section, 60) + "]");
                } else if (DaemonKey.find(entry.key()).isEmpty()) {
                    add(entry, unknown(entry.key()));
                } else {
                    read(
                            DaemonKey.find(entry.key()).get(),
                            document.entry(section, entry.key()).orElseThrow());
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
                + Nearest.to(key, DaemonKey.keys())
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("remove it");
    }

    private void read(DaemonKey key, Entry entry) {
        key.complaint(entry.value())
                .ifPresentOrElse(
                        complaint -> add(entry, complaint),
                        () -> values.put(
                                key,
                                new Setting(
                                        key.key(),
                                        entry.value().strip(),
                                        entry.origin().toString())));
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
