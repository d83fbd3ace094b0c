// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.Optional;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;

/**
 * The use that a jail would make of its filter, while somebody asks what would be in force for it: a definition may well
 * compile with that jail's parameters alone.
 *
 * @param compiled keeps what was compiled for it
 */
record PassingUse(String jail, JailSettings settings, CompiledDefinitions compiled) implements FilterUses.Use {

    /** What the jail's filter is, or would be; empty if it is not there. */
    Optional<FilterDefinition> definition(Surroundings surroundings) {
        surroundings.filterUses().add(this);
        try {
            return OwnPatterns.orDefinition(surroundings, settings);
        } finally {
            surroundings.filterUses().remove(this);
        }
    }

    @Override
    public String filter() {
        return settings.filter().name();
    }

    @Override
    public Optional<FilterException> refusal(FilterCompiler compiler, FilterDefinition candidate) {
        try {
            compiled.of(compiler, candidate, settings.filterOptions());
            return Optional.empty();
        } catch (FilterException refused) {
            return Optional.of(refused);
        }
    }

    @Override
    public void filterChanged() {
        // Who asks takes what there is when he is answered.
    }
}
