// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.ConfiguredFolders;
import org.bailiff.api.filter.FilterFolders;
import org.bailiff.api.source.LogArchive;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.jail.replay.Typed;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code bailiff replay}: what a configuration would have banned, or in what two differ. */
@Component
public final class ReplayCommand implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(ReplayCommand.class, "replay");

    private final BundleContext context;
    private final Surroundings surroundings;
    private final ConfiguredFolders folders;
    private final FilterFolders filters;
    private final Map<String, LogArchive> archives = new ConcurrentHashMap<>();

    @Activate
    public ReplayCommand(
            BundleContext context,
            @Reference Surroundings surroundings,
            @Reference ConfiguredFolders folders,
            @Reference FilterFolders filters) {
        this.context = context;
        this.surroundings = surroundings;
        this.folders = folders;
        this.filters = filters;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindArchive(LogArchive archive, Map<String, Object> properties) {
        archives.put(String.valueOf(properties.get(LogSourceFactory.KIND)), archive);
    }

    void unbindArchive(LogArchive archive) {
        archives.values().remove(archive);
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException {
        Instant now = surroundings.clock().instant();
        Path etc = FrameworkProperties.folder(FrameworkProperties.ETC, context::getProperty)
                .orElseThrow();
        return new ReplayUse(surroundings, folders, filters, kind -> Optional.ofNullable(archives.get(kind)))
                .run(call, Typed.parse(call, now), etc);
    }
}
