// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/**
 * A definition of the library: one file, without includes.
 *
 * @param name the filter's
 * @param file its text
 */
record LibraryDefinition(String name, DefinitionFile file) implements FilterDefinition {
    static final String SUFFIX = ".conf";

    /**
     * Reads the definition.
     *
     * @param resource of a path that ends in the filter's name and {@value #SUFFIX}
     * @throws IOException if it cannot be read
     */
    static LibraryDefinition read(URL resource) throws IOException {
        String path = resource.getPath();
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        try (InputStream bytes = resource.openStream()) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            String name = fileName.substring(0, fileName.length() - SUFFIX.length());
            return new LibraryDefinition(name, new DefinitionFile("library:" + fileName, text));
        }
    }

    @Override
    public String origin() {
        return "library";
    }

    @Override
    public List<DefinitionFile> files() {
        return List.of(file);
    }

    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return Optional.empty();
    }
}
