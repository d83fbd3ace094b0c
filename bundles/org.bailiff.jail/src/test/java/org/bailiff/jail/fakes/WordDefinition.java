// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.fakes;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/**
 * A definition in the language of {@link FakeCompiler}.
 *
 * @param name the filter's name
 * @param word its text
 */
public record WordDefinition(String name, String word) implements FilterDefinition {
    @Override
    public String origin() {
        return "filter.d/" + name + ".conf";
    }

    @Override
    public List<DefinitionFile> files() {
        return List.of(new DefinitionFile(origin(), word));
    }

    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return Optional.empty();
    }
}
