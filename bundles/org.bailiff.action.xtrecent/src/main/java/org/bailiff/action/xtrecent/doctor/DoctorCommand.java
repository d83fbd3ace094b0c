// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.action.xtrecent.doctor.rules.InstalledPrograms;
import org.bailiff.action.xtrecent.firewall.WantedLists;
import org.bailiff.action.xtrecent.list.CurrentUser;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.ConfiguredJails;
import org.bailiff.api.config.JailConfiguration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code bailiff doctor}: examines the host with the caller's rights, and mends nothing. */
@Component
public final class DoctorCommand implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(DoctorCommand.class, "doctor");

    private final ConfiguredJails configuration;
    private final Installation installation;

    @Activate
    public DoctorCommand(BundleContext context, @Reference ConfiguredJails configuration) {
        this(configuration, installation(context));
    }

    DoctorCommand(ConfiguredJails configuration, Installation installation) {
        this.configuration = configuration;
        this.installation = installation;
    }

    /** Outside of Bailiff's own launcher there are no such folders; then they are only words in commands. */
    private static Installation installation(BundleContext context) {
        return new Installation(
                folder(context, FrameworkProperties.HOME).resolve("bin/bailiff"),
                folder(context, FrameworkProperties.ETC),
                folder(context, FrameworkProperties.DATA),
                folder(context, FrameworkProperties.SOCKET));
    }

    private static Path folder(BundleContext context, String property) {
        return Path.of(Optional.ofNullable(context.getProperty(property)).orElse(""));
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        DoctorRequest request = DoctorRequest.of(call.arguments());
        String caller = CurrentUser.name();
        String user = request.user().orElseGet(() -> DaemonUser.guess(caller, installation.data()));
        List<JailConfiguration> jails = configuration.jails();
        WantedLists wanted = WantedLists.of(jails, false);
        List<Finding> findings = new ArrayList<>(new ConfigurationExamination(jails, wanted, installation).findings());
        boolean configured = findings.stream().noneMatch(Finding::isWrong);
        findings.addAll(doctor().examine(
                        wanted,
                        new DaemonUser(user, user.equals(caller)),
                        DaemonUser.isRoot(caller),
                        request.selfTest()));
        if (call.json()) {
            JsonReport.print(findings, call.out());
        } else {
            TextReport.print(findings, call.out());
            call.err().println(TextReport.sum(findings));
        }
        boolean well = findings.stream().noneMatch(Finding::isWrong);
        return well ? ExitCode.OK : configured ? ExitCode.FAILED : ExitCode.CONFIGURATION;
    }

    private Doctor doctor() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new Doctor(Host.here(), installation, InstalledPrograms.on(path));
    }
}
