// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.SettingsCheck;
import org.bailiff.dialect.CommandLine;
import org.bailiff.dialect.Origin;
import org.bailiff.dialect.Reference;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Component;

/** Examines every {@code command[...]} in a jail's {@code action}. What other names mean there is the jail's business. */
@Component
public final class CommandSettingsCheck implements SettingsCheck {
    private static final String KEY = "action";

    @Override
    public Set<String> keys() {
        return Set.of(KEY);
    }

    @Override
    public List<Problem> check(JailConfiguration jail) {
        List<Problem> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Reference reference : references(jail)) {
            try {
                CommandSettings settings = CommandSettings.of(reference.parameters());
                if (!names.add(settings.name())) {
                    problems.add(problem(
                            Severity.ERROR,
                            jail,
                            "the jail has two actions command[name=" + settings.name()
                                    + "]; give each a name of its own"));
                }
                settings.commands().values().forEach(commands -> commands.stream()
                        .map(CommandLine::program)
                        .filter(program -> !Files.exists(Path.of(program)))
                        .forEach(program -> problems.add(missing(jail, program))));
            } catch (IllegalArgumentException wrong) {
                problems.add(problem(Severity.ERROR, jail, wrong.getMessage()));
            }
        }
        return problems;
    }

    /** Those of this bundle; none if the text is not written rightly, which others say. */
    private static List<Reference> references(JailConfiguration jail) {
        try {
            return Reference.parseAll(jail.value(KEY).orElse("")).stream()
                    .filter(reference -> reference.name().equals(CommandSettings.ACTION))
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    private static Problem missing(JailConfiguration jail, String program) {
        return problem(
                Severity.WARNING,
                jail,
                "command: there is no program " + SafeText.of(program, 200)
                        + " that can be seen from here; put it there, and let the daemon's user run it");
    }

    private static Problem problem(Severity severity, JailConfiguration jail, String what) {
        Origin origin = Origin.parse(jail.origin(KEY));
        return new Problem(severity, origin.file(), origin.line(), jail.name(), KEY + ": " + what);
    }
}
