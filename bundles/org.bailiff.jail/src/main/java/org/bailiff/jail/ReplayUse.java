// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.ConfiguredFolder;
import org.bailiff.api.config.ConfiguredFolders;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterFolders;
import org.bailiff.api.source.LogArchive;
import org.bailiff.dialect.Nearest;
import org.bailiff.jail.replay.Comparison;
import org.bailiff.jail.replay.JailResult;
import org.bailiff.jail.replay.Report;
import org.bailiff.jail.replay.Result;
import org.bailiff.jail.replay.Typed;
import org.bailiff.text.SafeText;

/** One use of {@code bailiff replay}: one configuration, or one after the other, each as if it were alone. */
final class ReplayUse {
    private static final String FILTERS = "filter.d";

    private final Surroundings surroundings;
    private final ConfiguredFolders folders;
    private final FilterFolders filters;
    private final Function<String, Optional<LogArchive>> archives;

    ReplayUse(
            Surroundings surroundings,
            ConfiguredFolders folders,
            FilterFolders filters,
            Function<String, Optional<LogArchive>> archives) {
        this.surroundings = surroundings;
        this.folders = folders;
        this.filters = filters;
        this.archives = archives;
    }

    /**
     * Replays and reports; {@link ExitCode#FAILED} if a part of it could not be replayed.
     *
     * @throws CommandException if nothing can be
     */
    ExitCode run(CommandCall call, Typed typed, Path etc) throws CommandException {
        ConfiguredFolder folder = read(etc);
        Optional<ConfiguredFolder> against = Optional.empty();
        if (typed.against().isPresent()) {
            against = Optional.of(read(typed.against().get()));
        }
        // Before anything of the logs is read, which may take minutes.
        refuseUnknown(typed.jails(), Stream.concat(Stream.of(folder), against.stream()));
        Result result = replay(etc, folder, typed);
        Report report = new Report(call, typed.period());
        if (against.isEmpty()) {
            report.print(result);
            return result.isComplete() ? ExitCode.OK : ExitCode.FAILED;
        }
        Result second = replay(typed.against().get(), against.get(), typed);
        report.print(new Comparison(result, second));
        return result.isComplete() && second.isComplete() ? ExitCode.OK : ExitCode.FAILED;
    }

    private ConfiguredFolder read(Path etc) throws CommandException {
        if (!Files.isDirectory(etc)) {
            throw new CommandException(
                    ExitCode.FAILED, "there is no folder " + SafeText.of(etc.toString()) + " with a configuration");
        }
        return folders.read(etc);
    }

    private Result replay(Path etc, ConfiguredFolder folder, Typed typed) throws CommandException {
        ReplayPlan plan = new ReplayPlan(surroundings, filters.read(etc.resolve(FILTERS)), typed.period());
        plan.add(folder, typed.jails());
        List<JailResult> jails = new ReplayRun(plan, archives)
                .run()
                .orElseThrow(() -> new CommandException(ExitCode.FAILED, "broken off; nothing was changed"));
        return new Result(etc.toString(), reported(jails, typed.jails()), problems(folder));
    }

    private static List<JailResult> reported(List<JailResult> jails, Set<String> wanted) {
        return jails.stream()
                .filter(jail -> wanted.isEmpty() || wanted.contains(jail.jail()))
                .toList();
    }

    /** The errors of the files that concern no single jail. */
    private static List<String> problems(ConfiguredFolder folder) {
        return folder.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR
                        && problem.jail().isEmpty())
                .map(Problem::toString)
                .toList();
    }

    private static void refuseUnknown(Set<String> wanted, Stream<ConfiguredFolder> folders) throws CommandException {
        List<String> names = folders.flatMap(folder -> folder.jails().stream())
                .map(JailConfiguration::name)
                .distinct()
                .toList();
        for (String name : wanted) {
            if (!names.contains(name)) {
                String mend = Nearest.to(name, names)
                        .map(nearest -> "did you mean " + SafeText.of(nearest, 60) + "?")
                        .orElse("'bailiff check' examines them");
                throw new CommandException(ExitCode.FAILED, "no jail is called " + SafeText.of(name, 60) + "; " + mend);
            }
        }
    }
}
