// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.action.Comparison;
import org.bailiff.api.action.Proof;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.BanReport;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.Explanation;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.api.store.Store;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A jail for each factory configuration, as a service from the moment it is configured, whatever state it is in. */
@Component(
        name = JailConfiguration.FACTORY_PID,
        service = Jail.class,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = JailConfig.class, factory = true)
public final class JailComponent implements Jail {
    private final JailService jail;

    /**
     * @param ignored is not asked here, but must know whom it ignores before anybody is banned
     */
    @Activate
    public JailComponent(
            @Reference Surroundings surroundings,
            @Reference Store store,
            @Reference IgnoreList ignored,
            Map<String, Object> properties) {
        jail = new JailService(String.valueOf(properties.get(Jail.NAME)), surroundings, store);
        jail.configure(configuration(properties));
    }

    @Modified
    void modified(Map<String, Object> properties) {
        jail.configure(configuration(properties));
    }

    @Deactivate
    void deactivate(int reason) {
        jail.close(reason == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED);
    }

    private static JailConfiguration configuration(Map<String, Object> properties) {
        Map<String, Setting> settings = new HashMap<>();
        properties.forEach((key, value) -> {
            if (value instanceof String text && !key.startsWith(JailConfiguration.ORIGIN_PREFIX)) {
                Object origin = properties.get(JailConfiguration.ORIGIN_PREFIX + key);
                settings.put(key, new Setting(key, text, origin == null ? "" : origin.toString()));
            }
        });
        return new JailConfiguration(String.valueOf(properties.get(Jail.NAME)), settings);
    }

    @Override
    public String name() {
        return jail.name();
    }

    @Override
    public JailStatus status() {
        return jail.status();
    }

    @Override
    public List<Ban> bans() {
        return jail.bans();
    }

    @Override
    public BanReport ban(BanRequest request, Caller caller) {
        return jail.ban(request, caller);
    }

    @Override
    public BanReport unban(Network target, Caller caller) {
        return jail.unban(target, caller);
    }

    @Override
    public Explanation explain(Address address) {
        return jail.explain(address);
    }

    @Override
    public LineExplanation explainLine(String line) {
        return jail.explainLine(line);
    }

    @Override
    public List<Proof> prove(Network target) {
        return jail.prove(target);
    }

    @Override
    public Comparison resync(String action, boolean dryRun, Caller caller) {
        return jail.resync(action, dryRun, caller);
    }

    @Override
    public void release(Caller caller) {
        jail.release(caller);
    }

    @Override
    public Map<String, String> settings() {
        return jail.settings();
    }
}
