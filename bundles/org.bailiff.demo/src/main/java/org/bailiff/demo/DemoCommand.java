// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The verb {@code demo}. */
@Component
public final class DemoCommand implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(DemoCommand.class, "demo");

    private final Path home;
    private final Performance performance = new Performance();

    @Activate
    public DemoCommand(BundleContext context) {
        this.home = Path.of(context.getProperty(FrameworkProperties.HOME));
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        if (!call.arguments().isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "demo takes no arguments");
        }
        Narrator narrator = new Narrator(call.out());
        Optional<String> obstacle = Host.obstacleToTheRealThing();
        Demo demo = obstacle.isPresent() ? new SimulatedDemo(home, obstacle.get()) : new KernelDemo(home);
        return performance.give(demo, narrator);
    }

    /** Breaks a running demo off: it takes away what it made. */
    @Deactivate
    void stop() {
        performance.breakOff();
    }
}
