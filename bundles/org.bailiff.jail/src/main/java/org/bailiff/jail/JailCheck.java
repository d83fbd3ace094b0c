// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.SettingsCheck;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.dialect.Origin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines a jail's keys, compiles its filter and looks for its actions, as the jail itself would. */
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
            settings.actions().stream()
                    .filter(action -> surroundings.action(action.name()).isEmpty())
                    .forEach(action -> problems.add(absent(action)));
        }
        return problems;
    }

    /** Only a warning: plug-ins of the daemon may not be there where this is asked. */
    private static Problem absent(ActionSpec action) {
        Origin origin = Origin.parse(action.origin());
        return new Problem(
                Problem.Severity.WARNING, origin.file(), origin.line(), action.jail(), Actions.absence(action));
    }

    private Optional<Problem> compile(JailConfiguration jail, JailSettings settings) {
        Optional<FilterCompiler> compiler = surroundings.compiler();
        Optional<FilterDefinition> definition = OwnPatterns.orDefinition(surroundings, settings);
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
            return Optional.of(new Problem(
                    Problem.Severity.ERROR, refused.file(), refused.line(), jail.name(), refused.problem()));
        }
    }
}
