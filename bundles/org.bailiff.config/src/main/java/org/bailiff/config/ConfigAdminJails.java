// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.jail.Jail;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The jails' factory configurations in Config Admin, one a jail, with the jail's name as the configuration's. */
@Component
public final class ConfigAdminJails implements JailConfigurations {
    private static final String FILTER =
            "(" + ConfigurationAdmin.SERVICE_FACTORYPID + "=" + JailConfiguration.FACTORY_PID + ")";
    /** A key of a file must not choose which services a component is bound to, or who it is. */
    private static final Pattern RESERVED =
            Pattern.compile("(service|component|origin|osgi)\\..*|.*\\.(target|cardinality\\.minimum)");

    private final ConfigurationAdmin configAdmin;

    @Activate
    public ConfigAdminJails(@Reference ConfigurationAdmin configAdmin) {
        this.configAdmin = configAdmin;
    }

    @Override
    public Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Configuration configuration : all()) {
            names.add(nameOf(configuration));
        }
        return names;
    }

    @Override
    public void put(JailConfiguration jail) throws IOException {
        configAdmin
                .getFactoryConfiguration(JailConfiguration.FACTORY_PID, jail.name(), "?")
                .update(properties(jail));
    }

    @Override
    public void remove(String name) throws IOException {
        for (Configuration configuration : all()) {
            if (nameOf(configuration).equals(name)) {
                configuration.delete();
            }
        }
    }

    private Configuration[] all() throws IOException {
        try {
            Configuration[] found = configAdmin.listConfigurations(FILTER);
            return found == null ? new Configuration[0] : found;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("the filter is a constant", impossible);
        }
    }

    private static String nameOf(Configuration configuration) {
        return configuration.getPid().substring(JailConfiguration.FACTORY_PID.length() + 1);
    }

    private static Dictionary<String, Object> properties(JailConfiguration jail) {
        Dictionary<String, Object> properties = new Hashtable<>();
        jail.settings().values().stream()
                .filter(setting -> !RESERVED.matcher(setting.key()).matches())
                .forEach(setting -> {
                    properties.put(setting.key(), setting.value());
                    properties.put(JailConfiguration.ORIGIN_PREFIX + setting.key(), setting.origin());
                });
        properties.put(Jail.NAME, jail.name());
        return properties;
    }
}
