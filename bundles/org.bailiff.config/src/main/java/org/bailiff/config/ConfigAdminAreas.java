// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.api.config.DaemonConfiguration;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The areas' configurations in Config Admin; see {@link DaemonConfiguration}. */
@Component
public final class ConfigAdminAreas implements AreaConfigurations {
    private static final String FILTER = "(" + Constants.SERVICE_PID + "=" + DaemonConfiguration.PID_PREFIX + "*)";

    private final ConfigurationAdmin configAdmin;

    @Activate
    public ConfigAdminAreas(@Reference ConfigurationAdmin configAdmin) {
        this.configAdmin = configAdmin;
    }

    @Override
    public Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        try {
            Configuration[] found = configAdmin.listConfigurations(FILTER);
            for (Configuration configuration : found == null ? new Configuration[0] : found) {
                names.add(configuration.getPid().substring(DaemonConfiguration.PID_PREFIX.length()));
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("the filter is a constant", impossible);
        }
        return names;
    }

    @Override
    public void put(String area, Map<String, Setting> settings) throws IOException {
        Dictionary<String, Object> properties = new Hashtable<>();
        settings.forEach((key, setting) -> {
            properties.put(key, setting.value());
            properties.put(JailConfiguration.ORIGIN_PREFIX + key, setting.origin());
        });
        configuration(area).updateIfDifferent(properties);
    }

    @Override
    public void remove(String area) throws IOException {
        if (names().contains(area)) {
            configuration(area).delete();
        }
    }

    private Configuration configuration(String area) throws IOException {
        return configAdmin.getConfiguration(DaemonConfiguration.PID_PREFIX + area, "?");
    }
}
