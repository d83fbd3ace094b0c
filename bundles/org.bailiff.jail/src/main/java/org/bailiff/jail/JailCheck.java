// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.SettingsCheck;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines a jail's thresholds and compiles its filter, as the jail itself would. */
@Component
public final class JailCheck implements SettingsCheck {
    private final Surroundings surroundings;

    @Activate
    public JailCheck(@Reference Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Set<String> keys() {
        return SettingsReader.KEYS;
    }

    @Override
    public List<Problem> check(JailConfiguration jail) {
        SettingsReader reader = new SettingsReader(jail);
        JailSettings settings = reader.read();
        List<Problem> problems = new ArrayList<>(reader.problems());
        if (settings.enabled()) {
            compile(jail, settings).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Problem> compile(JailConfiguration jail, JailSettings settings) {
        Optional<FilterCompiler> compiler = surroundings.compiler();
        Optional<FilterDefinition> definition =
                surroundings.definition(settings.filter().name());
        if (compiler.isEmpty() || definition.isEmpty()) {
            return Optional.empty();
        }
        try {
            compiler.get()
                    .compile(
                            definition.get(),
                            new FilterOptions(settings.filter().parameters(), settings.overrides(), settings.zone()));
            return Optional.empty();
        } catch (FilterException refused) {
            return Optional.of(new Problem(Problem.Severity.ERROR, "", 0, jail.name(), refused.getMessage()));
        }
    }
}
