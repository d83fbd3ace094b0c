// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.SourceText;

/**
 * Makes definitions of the texts of a folder: {@code NAME.conf}, {@code NAME.d/*.conf}, {@code NAME.local}, {@code
 * NAME.d/*.local} are one, with all that they include. Any of them may be left out.
 */
final class Definitions {
    private static final String CONF = ".conf";
    private static final String LOCAL = ".local";
    private static final String FOLDER = ".d";

    private final Path folder;
    private final SortedMap<Path, SourceText> texts;

    private Definitions(Path folder, SortedMap<Path, SourceText> texts) {
        this.folder = folder;
        this.texts = texts;
    }

    /** The definitions by name. */
    static SortedMap<String, FolderDefinition> of(Path folder, SortedMap<Path, SourceText> texts) {
        Definitions definitions = new Definitions(folder, texts);
        SortedMap<String, FolderDefinition> byName = new TreeMap<>();
        for (Path path : texts.keySet()) {
            definitions.nameOf(path).ifPresent(name -> byName.computeIfAbsent(name, definitions::definition));
        }
        return byName;
    }

    /** What the file belongs to; a definition may well have no {@code NAME.conf} but only one of the others. */
    private Optional<String> nameOf(Path path) {
        boolean inside = !folder.equals(path.getParent());
        String fileName = (inside ? path.getParent() : path).getFileName().toString();
        return Stream.of(CONF, LOCAL, FOLDER)
                .filter(fileName::endsWith)
                .filter(ending -> inside == ending.equals(FOLDER))
                .map(ending -> fileName.substring(0, fileName.length() - ending.length()))
                .findFirst();
    }

    private FolderDefinition definition(String name) {
        List<SourceText> own = new ArrayList<>();
        Optional.ofNullable(texts.get(folder.resolve(name + CONF))).ifPresent(own::add);
        own.addAll(inside(folder.resolve(name + FOLDER), CONF));
        Optional.ofNullable(texts.get(folder.resolve(name + LOCAL))).ifPresent(own::add);
        own.addAll(inside(folder.resolve(name + FOLDER), LOCAL));
        List<DefinitionFile> files = own.stream().map(Definitions::file).toList();
        return new FolderDefinition(name, files.get(0).path(), files, includes(own));
    }

    private List<SourceText> inside(Path directory, String ending) {
        return texts.entrySet().stream()
                .filter(file -> directory.equals(file.getKey().getParent()))
                .filter(file -> file.getKey().toString().endsWith(ending))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Map<String, DefinitionFile> includes(List<SourceText> own) {
        Map<String, DefinitionFile> includes = new LinkedHashMap<>();
        try {
            Document.read(own, (name, from) -> {
                Optional<SourceText> found = find(name);
                found.ifPresent(source -> includes.put(name, file(source)));
                return found;
            });
        } catch (DialectException wrong) {
            // Whoever compiles the definition finds the same, and can say which jail it stops.
            return includes;
        }
        return includes;
    }

    private Optional<SourceText> find(String name) {
        try {
            return Optional.ofNullable(texts.get(folder.resolve(name).normalize()));
        } catch (InvalidPathException notAName) {
            // Such a file cannot be there.
            return Optional.empty();
        }
    }

    private static DefinitionFile file(SourceText source) {
        return new DefinitionFile(source.path(), source.text());
    }
}
