// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Setting;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/**
 * The empty definition of a jail that names no filter and brings its patterns itself, which are put over it.
 *
 * @param name the jail's
 * @param origin where its patterns stand
 */
record OwnPatterns(String name, String origin) implements FilterDefinition {
    private static final String PATTERNS = "failregex";

    /** What the jail's filter is; empty if it is not there. */
    static Optional<FilterDefinition> orDefinition(Surroundings surroundings, JailSettings settings) {
        String name = settings.filter().name();
        Optional<FilterDefinition> definition = surroundings.definition(name);
        return definition.isPresent() ? definition : of(name, settings);
    }

    private static Optional<FilterDefinition> of(String name, JailSettings settings) {
        Setting patterns = settings.overrides().get(PATTERNS);
        return settings.namesFilter() || patterns == null
                ? Optional.empty()
                : Optional.of(new OwnPatterns(name, patterns.origin()));
    }

    @Override
    public List<DefinitionFile> files() {
        return List.of(new DefinitionFile(origin, ""));
    }

    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return Optional.empty();
    }
}
