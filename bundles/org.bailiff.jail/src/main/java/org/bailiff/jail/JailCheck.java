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
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.Matcher;
import org.bailiff.dialect.Origin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines a jail's keys, compiles its filter and looks for its actions, as the jail itself would. */
@Component
public final class JailCheck implements SettingsCheck {
    private final Surroundings surroundings;
    private final CompiledDefinitions compiled = new CompiledDefinitions();

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
        SettingsReader reader = new SettingsReader(jail, surroundings);
        JailSettings settings = reader.read();
        List<Problem> problems = new ArrayList<>(reader.problems());
        if (settings.enabled()) {
            problems.addAll(examine(jail, settings));
            absentKind(jail, settings.input()).ifPresent(problems::add);
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

    private Optional<Problem> absentKind(JailConfiguration jail, JailSettings.Input input) {
        if (!input.isOfPlugIn() || surroundings.source(input.kind()).isPresent()) {
            return Optional.empty();
        }
        Origin origin = Origin.parse(jail.origin(InputReader.BACKEND));
        return Optional.of(new Problem(
                Problem.Severity.WARNING,
                origin.file(),
                origin.line(),
                jail.name(),
                InputReader.BACKEND + ": " + InputReader.absence(input.kind())));
    }

    private List<Problem> examine(JailConfiguration jail, JailSettings settings) {
        Optional<FilterCompiler> compiler = surroundings.compiler();
        Optional<FilterDefinition> definition =
                new PassingUse(jail.name(), settings, compiled).definition(surroundings);
        if (compiler.isEmpty() || definition.isEmpty()) {
            return List.of();
        }
        try {
            Matcher matcher = compiled.of(compiler.get(), definition.get(), settings.filterOptions());
            List<Problem> problems = new ArrayList<>(refused(settings));
            problems.addAll(doubts(jail, settings, matcher));
            problems.addAll(UnmetWishes.of(jail, settings, matcher.rules()));
            problems.addAll(matcher.warnings());
            return problems;
        } catch (FilterException refused) {
            return List.of(new Problem(
                    Problem.Severity.ERROR, refused.file(), refused.line(), jail.name(), refused.problem()));
        }
    }

    /** The jail works, and not with what is offered to it. */
    private List<Problem> refused(JailSettings settings) {
        return surroundings
                .filter(settings.filter().name())
                .flatMap(FilterStatus::refused)
                .map(FilterStatus.Refused::problems)
                .orElse(List.of());
    }

    /** What the source doubts of what it is to watch, which the filter may have said. */
    private List<Problem> doubts(JailConfiguration jail, JailSettings settings, Matcher matcher) {
        String key = settings.input().isJournal() ? "journalmatch" : "logpath";
        Origin origin = Origin.parse(jail.origin(jail.value(key).isPresent() ? key : "backend"));
        return settings.input().logs(matcher.rules()).stream()
                .flatMap(log -> surroundings.source(log.kind()).stream()
                        .flatMap(source -> source.doubts(log.pattern()).stream()))
                .map(doubt -> new Problem(
                        Problem.Severity.WARNING, origin.file(), origin.line(), jail.name(), key + ": " + doubt))
                .toList();
    }
}
