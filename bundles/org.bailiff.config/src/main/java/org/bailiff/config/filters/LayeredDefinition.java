// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/**
 * A definition with files of {@code filter.d} over its own.
 *
 * @param base the definition
 * @param addition the files
 */
record LayeredDefinition(FilterDefinition base, FolderDefinition addition) implements FilterDefinition {

    @Override
    public String name() {
        return addition.name();
    }

    @Override
    public String origin() {
        return addition.origin() + " over " + base.origin();
    }

    @Override
    public List<DefinitionFile> files() {
        List<DefinitionFile> files = new ArrayList<>(base.files());
        files.addAll(addition.files());
        return files;
    }

    /** The folder's files can replace what the definition includes. */
    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return addition.include(fileName).or(() -> base.include(fileName));
    }
}
