// SPDX-License-Identifier: Apache-2.0
package org.bailiff.shell;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandLine;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Registers each verb for Gogo, which Karaf's shell is built on, under the scope {@code bailiff}, as its command comes and
 * goes. Verbs that run without a daemon are left out: here is one.
 */
@Component(
        service = {},
        immediate = true)
public final class ShellComponent {
    /** What is not a command of its own, because it is about all of them. */
    private static final String HELP = "help";

    private final BundleContext context;
    private final CommandLine commandLine;
    private final ServiceRegistration<ShellVerb> help;
    private final Map<Command, ServiceRegistration<ShellVerb>> verbs = new ConcurrentHashMap<>();

    @Activate
    public ShellComponent(BundleContext context, @Reference CommandLine commandLine) {
        this.context = context;
        this.commandLine = commandLine;
        this.help = register(HELP, "Lists the verbs.");
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCommand(Command command) {
        CommandDescription description = command.description();
        if (!description.local()) {
            verbs.put(command, register(description.name(), description.summary()));
        }
    }

    void removeCommand(Command command) {
        ServiceRegistration<ShellVerb> verb = verbs.remove(command);
        if (verb != null) {
            verb.unregister();
        }
    }

    private ServiceRegistration<ShellVerb> register(String name, String summary) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.command.scope", "bailiff");
        properties.put("osgi.command.function", name);
        properties.put("osgi.command.description", summary);
        return context.registerService(
                ShellVerb.class, new ShellVerb(name, commandLine, new SessionUser()), properties);
    }

    @Deactivate
    void deactivate() {
        help.unregister();
    }
}
