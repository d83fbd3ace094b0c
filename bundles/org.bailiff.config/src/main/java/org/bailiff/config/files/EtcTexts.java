// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.api.config.Problem;
import org.bailiff.config.actions.ActionDefinitions;
import org.bailiff.config.files.ReadFile.Inclusion;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.SourceText;

/** The texts of the files that act on reload, as they were at one reading. Immutable. */
public final class EtcTexts {
    /** Before anything was read. */
    public static final EtcTexts NONE = new EtcTexts(List.of(), List.of(), ActionDefinitions.NONE);

    private final List<ReadFile> daemonFiles;
    private final List<ReadFile> jailFiles;
    private final ActionDefinitions actions;

    EtcTexts(List<ReadFile> daemonFiles, List<ReadFile> jailFiles, ActionDefinitions actions) {
        this.daemonFiles = List.copyOf(daemonFiles);
        this.jailFiles = List.copyOf(jailFiles);
        this.actions = actions;
    }

    /** Whether the files' texts are the same. */
    public boolean hasTextOf(EtcTexts other) {
        return haveTextOf(daemonFiles, other.daemonFiles)
                && haveTextOf(jailFiles, other.jailFiles)
                && actions.equals(other.actions);
    }

    private static boolean haveTextOf(List<ReadFile> files, List<ReadFile> others) {
        boolean same = files.size() == others.size();
        for (int index = 0; same && index < files.size(); index++) {
            same = files.get(index).hasTextOf(others.get(index));
        }
        return same;
    }

    /** These texts, but for files of jails that cannot be used: of those, the text that is in force. */
    public EtcTexts orUsableOf(EtcTexts inForce) {
        return new EtcTexts(
                daemonFiles,
                jailFiles.stream()
                        .map(file -> file.orUsableOf(inForce.jailFiles))
                        .toList(),
                actions);
    }

    /** The actions that fail2ban would run. */
    public ActionDefinitions actions() {
        return actions;
    }

    /** What is wrong with the files of {@code bailiff.conf}, as files. */
    public List<Problem> daemonProblems() {
        return problems(daemonFiles);
    }

    /** What is wrong with the jails' files, as files. */
    public List<Problem> jailProblems() {
        return problems(jailFiles);
    }

    private static List<Problem> problems(List<ReadFile> files) {
        return files.stream().map(ReadFile::problem).flatMap(Optional::stream).toList();
    }

    /** What the usable files of {@code bailiff.conf} say together. */
    public Document daemon() throws DialectException {
        return document(Stream.of(), daemonFiles, Stream.of());
    }

    /**
     * What the usable files of the jails say together.
     *
     * @param first read before all
     * @param last read over all
     */
    public Document jails(Stream<SourceText> first, Stream<SourceText> last) throws DialectException {
        return document(first, jailFiles, last);
    }

    private static Document document(Stream<SourceText> first, List<ReadFile> files, Stream<SourceText> last)
            throws DialectException {
        List<SourceText> sources = new ArrayList<>(first.toList());
        Map<Inclusion, Optional<SourceText>> includes = new HashMap<>();
        for (ReadFile file : files) {
            file.usable().ifPresent(text -> {
                sources.add(text);
                includes.putAll(file.includes());
            });
        }
        sources.addAll(last.toList());
        return Document.read(
                sources, (name, from) -> includes.getOrDefault(new Inclusion(name, from), Optional.empty()));
    }
}
