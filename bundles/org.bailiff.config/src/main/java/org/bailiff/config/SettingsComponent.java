// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Settings;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.override.OverridesFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daemon's settings. An error in {@code bailiff.conf} at the start ends the process. */
@Component(
        service = {Settings.class, Runnable.class},
        immediate = true,
        property = FrameworkProperties.SETTLED + ":Boolean=true")
public final class SettingsComponent extends AuditedSettings implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsComponent.class);

    /** At a start. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final LiveSettings live;

    /**
     * @param exit ends the process; null where the process is not the daemon's to end
     */
    @Activate
    public SettingsComponent(
            @Reference DaemonMode daemon,
            @Reference Neighbours neighbours,
            @Reference ConfigurationTargets targets,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, target = "(" + FrameworkProperties.EXIT + "=true)")
                    IntConsumer exit) {
        this(settings(daemon, neighbours, targets), neighbours, exit);
    }

    private SettingsComponent(LiveSettings live, Neighbours neighbours, IntConsumer exit) {
        super(started(live, exit), neighbours::audit);
        this.live = live;
    }

    /** Waits for those that work by {@code bailiff.conf}. */
    @Override
    public void run() {
        if (!live.awaitSettled(SETTLING)) {
            LOG.warn("It is not known yet whether all works that bailiff.conf says; 'bailiff status' will tell");
        }
    }

    private static LiveSettings settings(DaemonMode daemon, Neighbours neighbours, ConfigurationTargets targets) {
        Clock clock = Clock.systemUTC();
        EtcFolder etc = new EtcFolder(daemon.folder(FrameworkProperties.ETC));
        OverridesFile overrides =
                OverridesFile.open(daemon.folder(FrameworkProperties.DATA).resolve("overrides.conf"), clock);
        return new LiveSettings(new EtcWatch(etc, clock), overrides, new Handover(targets), new Inspection(neighbours));
    }

    private static Settings started(LiveSettings settings, IntConsumer exit) {
        List<Problem> errors = settings.start();
        errors.forEach(error -> LOG.error("{}", error));
        if (!errors.isEmpty() && exit != null) {
            LOG.error("Not started, as bailiff.conf is wrong; 'bailiff check' finds all that is");
            exit.accept(ExitCode.CONFIGURATION.number());
        }
        settings.ownProblems().forEach(problem -> LOG.warn("{}", problem));
        return settings;
    }
}
