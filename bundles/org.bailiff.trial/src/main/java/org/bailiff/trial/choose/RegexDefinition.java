// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.choose;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/** A definition that says nothing itself: its regexes were typed, and are put over it. */
final class RegexDefinition implements FilterDefinition {
    private static final DefinitionFile EMPTY = new DefinitionFile("command line", "[Definition]\n");

    @Override
    public String name() {
        return "regex";
    }

    @Override
    public String origin() {
        return EMPTY.path();
    }

    @Override
    public List<DefinitionFile> files() {
        return List.of(EMPTY);
    }

    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return Optional.empty();
    }
}
