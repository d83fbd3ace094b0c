// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;

/**
 * The use that a jail at work makes of its filter.
 *
 * @param settings in force
 * @param trial keeps what it will work with
 * @param wire has the jail's thread look for its filter again
 */
record RunUse(String jail, Supplier<JailSettings> settings, FilterTrial trial, Runnable wire)
        implements FilterUses.Use {
    @Override
    public String filter() {
        return settings.get().filter().name();
    }

    @Override
    public Optional<FilterException> refusal(FilterCompiler compiler, FilterDefinition candidate) {
        return trial.refusal(compiler, candidate, settings.get().filterOptions());
    }

    @Override
    public void filterChanged() {
        wire.run();
    }
}
