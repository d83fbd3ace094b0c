// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.Settings;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The configuration, which may come and go while the verbs stay. */
@Component(service = CurrentSettings.class)
public final class CurrentSettings {
    private final AtomicReference<Settings> current = new AtomicReference<>();

    @Reference(name = "settings", cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bind(Settings settings) {
        current.set(settings);
    }

    void unbind(Settings settings) {
        // Of two the new one is bound first: it stays.
        current.compareAndSet(settings, null);
    }

    Optional<Settings> find() {
        return Optional.ofNullable(current.get());
    }

    /**
     * The configuration.
     *
     * @throws CommandException if there is none
     */
    Settings require() throws CommandException {
        return find().orElseThrow(() -> new CommandException(
                ExitCode.FAILED, "There is no configuration to ask: the bundle org.bailiff.config is not running."));
    }
}
