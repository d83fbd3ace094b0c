// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/** A definition in the language of {@link WordCompiler}; each is another one, whatever its text. */
final class Word implements FilterDefinition {
    private final String name;
    private final String origin;
    private final String text;

    Word(String name, String origin, String text) {
        this.name = name;
        this.origin = origin;
        this.text = text;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public List<DefinitionFile> files() {
        return List.of(new DefinitionFile(origin, text));
    }

    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return origin + " " + text;
    }
}
