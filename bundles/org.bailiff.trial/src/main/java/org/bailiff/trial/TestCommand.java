// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code bailiff test}: what fail2ban-regex does. */
@Component
public final class TestCommand implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(TestCommand.class, "test");

    private final FilterCompiler compiler;
    private final Path etc;

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    private final List<FilterDefinition> library = new CopyOnWriteArrayList<>();

    @Activate
    public TestCommand(BundleContext context, @Reference FilterCompiler compiler) {
        this.compiler = compiler;
        this.etc = FrameworkProperties.folder(FrameworkProperties.ETC, context::getProperty)
                .orElseThrow();
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        TestRun.Surroundings surroundings = new TestRun.Surroundings(
                compiler,
                etc.resolve("filter.d"),
                library,
                System.in,
                InstantSource.system(),
                System::nanoTime,
                TestCommand::isUnwanted);
        return new TestRun(surroundings, call).run();
    }

    /** Broken off, or the reader of a pipe has gone, as {@code head} does. */
    private static boolean isUnwanted() {
        return Thread.currentThread().isInterrupted() || System.out.checkError();
    }
}
