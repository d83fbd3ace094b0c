// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.choose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/**
 * A definition in a folder: {@code NAME.conf}, {@code NAME.d/*.conf}, {@code NAME.local}, {@code NAME.d/*.local}, those
 * of them that there are. What it includes is read from the folder when it is asked for.
 *
 * @param folder where it lies
 * @param name the filter's name
 * @param files its own files; at least one
 */
record FolderDefinition(Path folder, String name, List<DefinitionFile> files) implements FilterDefinition {
    static final String CONF = ".conf";
    static final String LOCAL = ".local";

    FolderDefinition {
        files = List.copyOf(files);
    }

    /**
     * The definition of this name; empty if the folder has none, or is not there.
     *
     * @throws IOException if one of its files cannot be read
     */
    static Optional<FolderDefinition> find(Path folder, String name) throws IOException {
        List<Path> paths = new ArrayList<>();
        Path directory = folder.resolve(name + ".d");
        paths.add(folder.resolve(name + CONF));
        paths.addAll(inside(directory, CONF));
        paths.add(folder.resolve(name + LOCAL));
        paths.addAll(inside(directory, LOCAL));
        List<DefinitionFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                files.add(WholeFile.read(path));
            }
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(new FolderDefinition(folder, name, files));
    }

    /**
     * The definition that a file is, with those that belong to it by their name.
     *
     * @throws IOException if it cannot be read
     */
    static FolderDefinition of(Path file) throws IOException {
        String fileName = file.getFileName().toString();
        for (String ending : List.of(CONF, LOCAL)) {
            if (fileName.endsWith(ending)) {
                String name = fileName.substring(0, fileName.length() - ending.length());
                return find(file.getParent(), name).orElseThrow();
            }
        }
        return new FolderDefinition(file.getParent(), fileName, List.of(WholeFile.read(file)));
    }

    /** The names of all definitions of the folder; none if it is not there or cannot be read. */
    static List<String> names(Path folder) {
        try {
            return inside(folder, CONF).stream()
                    .map(path -> path.getFileName().toString())
                    .map(fileName -> fileName.substring(0, fileName.length() - CONF.length()))
                    .toList();
        } catch (IOException unreadable) {
            // They are only wanted to guess what was meant.
            return List.of();
        }
    }

    private static List<Path> inside(Path directory, String ending) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> entry.toString().endsWith(ending))
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String origin() {
        return files.get(0).path();
    }

    /**
     * @throws UncheckedIOException if there is such a file and it cannot be read
     */
    @Override
    public Optional<DefinitionFile> include(String fileName) {
        try {
            Path file = folder.resolve(fileName).normalize();
            return Files.isRegularFile(file) ? Optional.of(WholeFile.read(file)) : Optional.empty();
        } catch (InvalidPathException notAName) {
            // Such a file cannot be there; that it is missing is for the compiler to say.
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
