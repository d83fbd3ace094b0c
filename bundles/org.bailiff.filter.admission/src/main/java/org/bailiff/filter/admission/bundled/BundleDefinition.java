// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.bundled;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.filter.admission.deployed.Offered;

/**
 * A definition that a bundle brings.
 *
 * @param name the filter's
 * @param origin which bundle's, and which file
 * @param file its text
 * @param beside the other definitions in its folder, by their file's name
 * @param offered where it looks for includes that are not there
 */
record BundleDefinition(
        String name, String origin, DefinitionFile file, Map<String, DefinitionFile> beside, Offered offered)
        implements FilterDefinition {

    BundleDefinition {
        beside = Map.copyOf(beside);
    }

    @Override
    public List<DefinitionFile> files() {
        return List.of(file);
    }

    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return Optional.ofNullable(beside.get(fileName)).or(() -> offered.file(fileName, name, List.of()));
    }
}
