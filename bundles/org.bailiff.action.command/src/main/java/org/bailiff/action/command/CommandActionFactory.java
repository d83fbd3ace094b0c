// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.BanActionFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Offers the action {@code command}. */
@Component(property = BanActionFactory.NAME + "=" + CommandSettings.ACTION)
public final class CommandActionFactory implements BanActionFactory {
    private final Desks desks;

    @Activate
    public CommandActionFactory(BundleContext context) {
        Optional<Path> folder = FrameworkProperties.folder(FrameworkProperties.DATA, context::getProperty)
                .map(data -> data.resolve("commands"));
        desks = new Desks(folder, new ProcessRunner(), new Times(Clock.systemUTC(), System::nanoTime));
    }

    @Override
    public BanAction create(ActionSpec spec, ActionListener listener) {
        try {
            CommandSettings settings = CommandSettings.of(spec.parameters());
            return new CommandAction(desks.join(spec.jail(), settings, listener));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(spec.origin() + ": " + wrong.getMessage(), wrong);
        }
    }

    @Deactivate
    void deactivate() {
        desks.close();
    }
}
