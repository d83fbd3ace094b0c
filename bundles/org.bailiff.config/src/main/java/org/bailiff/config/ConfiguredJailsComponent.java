// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.nio.file.Path;
import java.util.List;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.config.ConfiguredJails;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.override.Overrides;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads the jails for verbs that run without a daemon, and so without {@code Settings}. */
@Component
public final class ConfiguredJailsComponent implements ConfiguredJails {
    private final BundleContext context;

    @Activate
    public ConfiguredJailsComponent(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<JailConfiguration> jails() {
        Path etc = DaemonMode.folder(context, FrameworkProperties.ETC);
        return List.copyOf(Loading.load(etc, new EtcFolder(etc).read(), Overrides.NONE)
                .jails()
                .values());
    }
}
