// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/**
 * A definition in a folder, as it was read. Equal to another if a filter made of it would be the same.
 *
 * @param name the filter's name
 * @param origin the path of its first file
 * @param files its own files
 * @param includes the files that it includes, by the name it uses
 */
record FolderDefinition(String name, String origin, List<DefinitionFile> files, Map<String, DefinitionFile> includes)
        implements FilterDefinition {

    FolderDefinition {
        files = List.copyOf(files);
        includes = Map.copyOf(includes);
    }

    /** Whether it has no {@code NAME.conf}, so that it adds to a definition from elsewhere, if there is one. */
    boolean onlyAdds() {
        String main = name + ".conf";
        Path first = Path.of(files.get(0).path());
        return !first.endsWith(main) || first.endsWith(Path.of(name + ".d", main));
    }

    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return Optional.ofNullable(includes.get(fileName));
    }
}
