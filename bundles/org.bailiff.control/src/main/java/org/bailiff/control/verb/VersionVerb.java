// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.io.IOException;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code version}: the version of the daemon that answers. */
@Component
public final class VersionVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(VersionVerb.class, "version");

    private final String version;

    @Activate
    public VersionVerb(BundleContext context) {
        this(context.getProperty(FrameworkProperties.VERSION));
    }

    VersionVerb(String version) {
        this.version = version == null ? "unknown" : version;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments.words(call.arguments(), 0, 0);
        Outcome.print(call, "Bailiff " + version, "version", version);
        return ExitCode.OK;
    }
}
