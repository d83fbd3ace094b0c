// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bailiff.config.files.ReadFile.Inclusion;
import org.bailiff.dialect.Includes;
import org.bailiff.dialect.SourceText;

/** Finds included files beside the file that names them, and remembers what it found. Used by one thread. */
final class FolderIncludes implements Includes {
    private final Map<Inclusion, Optional<SourceText>> found = new LinkedHashMap<>();

    /**
     * @throws UncheckedIOException if there is such a file and it cannot be read
     */
    @Override
    public Optional<SourceText> find(String name, String from) {
        return found.computeIfAbsent(new Inclusion(name, from), FolderIncludes::read);
    }

    Map<Inclusion, Optional<SourceText>> found() {
        return found;
    }

    private static Optional<SourceText> read(Inclusion inclusion) {
        try {
            return Optional.of(TextFile.read(Path.of(inclusion.from()).resolveSibling(inclusion.name())));
        } catch (NoSuchFileException | InvalidPathException notThere) {
            // Whether that matters is for the dialect to say.
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(inclusion.name() + ": " + TextFile.reason(unreadable), unreadable);
        }
    }
}
