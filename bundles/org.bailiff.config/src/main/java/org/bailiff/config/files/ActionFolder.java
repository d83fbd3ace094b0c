// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.config.actions.ActionDefinition;
import org.bailiff.config.actions.ActionDefinitions;
import org.bailiff.config.actions.ActionKind;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Origin;
import org.bailiff.dialect.SourceText;

/** Reads {@code action.d}: {@code NAME.conf}, then {@code NAME.local}. Nothing else defines what is run. */
final class ActionFolder {
    private static final List<String> ENDINGS = List.of(".conf", ".local");
    /** Actions that are programs are called by their whole name. */
    private static final String PROGRAM = ".py";

    /** By name, in the order in which they count. */
    private final Map<String, List<SourceText>> texts = new TreeMap<>();

    private ActionFolder() {}

    static ActionDefinitions read(Path folder) {
        ActionFolder actions = new ActionFolder();
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(actions::add);
        } catch (IOException unreadable) {
            // Without it, an action that is not known by its name is nobody's, which its jail says.
            return ActionDefinitions.NONE;
        }
        Map<String, ActionDefinition> definitions = new TreeMap<>();
        actions.texts.forEach((name, sources) -> definitions.put(name, definition(name, sources)));
        return new ActionDefinitions(definitions);
    }

    private void add(Path file) {
        String fileName = file.getFileName().toString();
        String name = ENDINGS.stream()
                .filter(fileName::endsWith)
                .findFirst()
                .map(ending -> fileName.substring(0, fileName.length() - ending.length()))
                .orElse(fileName);
        if (!name.equals(fileName) || name.endsWith(PROGRAM)) {
            texts.computeIfAbsent(name, none -> new ArrayList<>()).add(text(file));
        }
    }

    private static ActionDefinition definition(String name, List<SourceText> sources) {
        String whole = sources.stream().map(SourceText::text).collect(Collectors.joining());
        ActionKind kind = ActionDefinitions.judge(name, whole);
        if (name.endsWith(PROGRAM)) {
            return ActionDefinition.program(kind, sources.get(0));
        }
        FolderIncludes includes = new FolderIncludes();
        List<SourceText> all = new ArrayList<>(sources);
        try {
            Document document = Document.read(sources, includes);
            includes.found().values().stream().flatMap(Optional::stream).forEach(all::add);
            return ActionDefinition.of(kind, all, document);
        } catch (DialectException wrong) {
            includes.found().values().stream().flatMap(Optional::stream).forEach(all::add);
            return ActionDefinition.wrong(kind, all, wrong);
        } catch (UncheckedIOException unreadable) {
            Origin origin = new Origin(sources.get(0).path(), 0);
            return ActionDefinition.wrong(
                    kind, all, new DialectException(origin, "cannot include " + unreadable.getMessage()));
        }
    }

    private static SourceText text(Path file) {
        try {
            return TextFile.read(file);
        } catch (IOException unreadable) {
            // What cannot be read says nothing of what it does, and is judged so.
            return new SourceText(file.toString(), "");
        }
    }
}
