// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.files.EtcTexts;
import org.bailiff.config.override.OverrideEntry;
import org.bailiff.config.override.OverrideLayer;
import org.bailiff.config.override.Overrides;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Entry;

/** Resolves texts and overrides into a configuration. Changes nothing. */
final class Loading {
    private final Path etc;
    private final EtcTexts texts;
    private final List<Problem> problems;

    private Loading(Path etc, EtcTexts texts) {
        this.etc = etc;
        this.texts = texts;
        this.problems = new ArrayList<>(texts.jailProblems());
    }

    /**
     * The configuration that these texts and overrides make.
     *
     * @param etc where they are from
     */
    static Loaded load(Path etc, EtcTexts texts, Overrides overrides) {
        Loading loading = new Loading(etc, texts);
        try {
            return loading.resolve(overrides);
        } catch (DialectException wrong) {
            // Each file is right by itself, so this is about their number or size.
            loading.problems.add(EtcFolder.problem(wrong));
            return new Loaded(texts, daemon(texts), new TreeMap<>(), loading.problems, Map.of(), Set.of());
        }
    }

    private Loaded resolve(Overrides overrides) throws DialectException {
        Document files = texts.jails(Stream.of(PredefinedKeys.source(etc)), Stream.of());
        Set<String> configured = new LinkedHashSet<>(files.sections());
        OverrideLayer layer = new OverrideLayer(overrides, configured);
        Document all = texts.jails(Stream.of(PredefinedKeys.source(etc)), Stream.of(layer.source()));
        JailReader reader = new JailReader(all, texts.actions(), origin -> layer.at(origin)
                .map(OverrideEntry::origin)
                .orElse(origin.toString()));
        SortedMap<String, JailConfiguration> jails = new TreeMap<>();
        reader.jails().forEach(jail -> jails.put(jail.name(), jail));
        problems.addAll(reader.problems());
        overrides.entries().stream()
                .filter(entry -> !configured.contains(entry.jail()))
                .forEach(this::ofNoJail);
        return new Loaded(texts, daemon(texts), jails, problems, written(files), files.interpolatedKeys());
    }

    /** Whether it is right is asked before it comes into force. */
    private static DaemonSettings daemon(EtcTexts texts) {
        return DaemonKeys.read(texts).settings();
    }

    private void ofNoJail(OverrideEntry entry) {
        problems.add(new Problem(
                Severity.WARNING,
                "",
                0,
                entry.jail(),
                "'" + entry.key() + "' of [" + entry.jail() + "] is set by an " + entry.origin()
                        + ", but no file configures that jail"));
    }

    private static Map<String, List<Entry>> written(Document files) {
        Map<String, List<Entry>> written = new LinkedHashMap<>();
        written.put("DEFAULT", withoutConstants(files.ownEntries("DEFAULT")));
        files.sections().forEach(section -> written.put(section, files.ownEntries(section)));
        return written;
    }

    private static List<Entry> withoutConstants(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> !PredefinedKeys.ALL.contains(entry.key()))
                .toList();
    }
}
