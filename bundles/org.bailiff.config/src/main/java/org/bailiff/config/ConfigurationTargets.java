// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that a configuration is handed over to. */
@Component(service = ConfigurationTargets.class)
public final class ConfigurationTargets {
    private final AreaConfigurations areas;
    private final JailConfigurations jails;

    @Activate
    public ConfigurationTargets(@Reference AreaConfigurations areas, @Reference JailConfigurations jails) {
        this.areas = areas;
        this.jails = jails;
    }

    AreaConfigurations areas() {
        return areas;
    }

    JailConfigurations jails() {
        return jails;
    }
}
