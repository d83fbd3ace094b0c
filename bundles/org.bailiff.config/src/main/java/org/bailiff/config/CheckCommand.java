// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.Problem;
import org.bailiff.config.filters.FilterFolder;
import org.bailiff.config.filters.FilterShelf;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code bailiff check}: says all that is wrong with a configuration, of Bailiff or of fail2ban, and changes nothing. */
@Component
public final class CheckCommand implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(CheckCommand.class, "check");

    private static final String ALL = "--all";

    private final BundleContext context;
    private final FilterShelf.Registry registry;
    private final Neighbours neighbours;

    @Activate
    public CheckCommand(
            BundleContext context, @Reference FilterShelf.Registry registry, @Reference Neighbours neighbours) {
        this.context = context;
        this.registry = registry;
        this.neighbours = neighbours;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException {
        Path etc = etc(call);
        if (!Files.isDirectory(etc)) {
            throw new CommandException(ExitCode.FAILED, "there is no folder " + etc + "; name one with --etc");
        }
        FilterShelf shelf = new FilterShelf(registry);
        try {
            // Filters are compiled by other bundles, which know them as services.
            new FilterFolder(etc.resolve(FilterDirectoryComponent.FOLDER), shelf).look();
            return report(new Check(neighbours, plugInsAreMissing()).of(etc), call);
        } finally {
            shelf.clear();
        }
    }

    /** Without a daemon none of the deployed bundles is started; what they bring is not known then. */
    private boolean plugInsAreMissing() {
        return context.getProperty(FrameworkProperties.LOCAL_VERB) != null
                && FrameworkProperties.folder(FrameworkProperties.DEPLOY, context::getProperty)
                        .filter(PlugInFolder::holdsJars)
                        .isPresent();
    }

    private Path etc(CommandCall call) throws CommandException {
        List<String> arguments = new ArrayList<>(call.arguments());
        arguments.remove(ALL);
        if (arguments.isEmpty()) {
            return DaemonMode.folder(context, FrameworkProperties.ETC);
        }
        if (arguments.size() != 2 || !arguments.get(0).equals("--etc")) {
            throw new CommandException(ExitCode.USAGE, "usage: bailiff check [--etc DIR] [--all] [--json]");
        }
        try {
            return Path.of(call.directory()).resolve(arguments.get(1)).normalize();
        } catch (InvalidPathException wrong) {
            throw new CommandException(ExitCode.USAGE, "--etc: no folder has such a name: " + wrong.getReason());
        }
    }

    private static ExitCode report(List<Problem> problems, CommandCall call) {
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        if (call.json()) {
            call.out().println(ProblemJson.array(problems));
        } else {
            new ProblemText(call.out(), call.arguments().contains(ALL)).print(problems);
            call.err().println("errors: " + errors + ", warnings: " + (problems.size() - errors));
        }
        return errors == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
