// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/**
 * A definition of the library: a file, and what it includes of those that several share.
 *
 * @param name the filter's
 * @param file its text
 * @param shared the files that definitions may include, by name
 */
record LibraryDefinition(String name, DefinitionFile file, Map<String, DefinitionFile> shared)
        implements FilterDefinition {
    static final String SUFFIX = ".conf";

    private static final String ORIGIN = "library";

    LibraryDefinition {
        shared = Map.copyOf(shared);
    }

    /**
     * Reads the definition.
     *
     * @param resource of a path that ends in the filter's name and {@value #SUFFIX}
     * @throws IOException if it cannot be read
     */
    static LibraryDefinition read(URL resource, Map<String, DefinitionFile> shared) throws IOException {
        DefinitionFile file = file(resource);
        String fileName = fileName(resource);
        return new LibraryDefinition(fileName.substring(0, fileName.length() - SUFFIX.length()), file, shared);
    }

    /**
     * Reads the files that definitions may include.
     *
     * @throws IOException if one cannot be read
     */
    static Map<String, DefinitionFile> shared(Collection<URL> resources) throws IOException {
        Map<String, DefinitionFile> files = new HashMap<>();
        for (URL resource : resources) {
            files.put("shared/" + fileName(resource), file(resource));
        }
        return files;
    }

    private static DefinitionFile file(URL resource) throws IOException {
        try (InputStream bytes = resource.openStream()) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return new DefinitionFile(ORIGIN + ":" + fileName(resource), text);
        }
    }

    private static String fileName(URL resource) {
        return resource.getPath().substring(resource.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public String origin() {
        return ORIGIN;
    }

    @Override
    public List<DefinitionFile> files() {
        return List.of(file);
    }

    @Override
    public Optional<DefinitionFile> include(String includedName) {
        return Optional.ofNullable(shared.get(includedName));
    }
}
