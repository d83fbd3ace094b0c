// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import com.google.gson.JsonObject;
import org.bailiff.action.xtrecent.list.CurrentUser;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.ConfiguredJails;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code bailiff firewall}: prints what root must do once for the configured jails, and does nothing of it. */
@Component
public final class FirewallCommand implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(FirewallCommand.class, "firewall");

    private final ConfiguredJails configuration;

    @Activate
    public FirewallCommand(@Reference ConfiguredJails configuration) {
        this.configuration = configuration;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException {
        FirewallRequest request = FirewallRequest.of(call.arguments(), CurrentUser.name());
        WantedLists wanted = WantedLists.of(configuration.jails(), request.wishes(FirewallRequest.Wish.PORTS));
        wanted.problems().forEach(call.err()::println);
        if (wanted.lists().isEmpty()) {
            throw new CommandException(
                    ExitCode.FAILED, "no enabled jail bans with xt_recent: there is nothing for root to do");
        }
        String script = new FirewallScript(wanted, request).text();
        if (call.json()) {
            JsonObject json = new JsonObject();
            json.addProperty("script", script);
            call.out().println(json);
        } else {
            call.out().print(script);
        }
        return wanted.problems().isEmpty() ? ExitCode.OK : ExitCode.CONFIGURATION;
    }
}
