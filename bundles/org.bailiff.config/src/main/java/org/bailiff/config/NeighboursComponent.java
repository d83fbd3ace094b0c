// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.config.DaemonCheck;
import org.bailiff.api.config.SettingsCheck;
import org.bailiff.api.filter.FilterDefinition;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The neighbours as services that come and go. */
@Component
public final class NeighboursComponent implements Neighbours {
    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    private final List<SettingsCheck> checks = new CopyOnWriteArrayList<>();

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    private final List<DaemonCheck> daemonChecks = new CopyOnWriteArrayList<>();

    /** By the number of their service: they may be others' code, which is not asked here. */
    private final Map<Object, String> filters = new ConcurrentHashMap<>();

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    private volatile Audit audit;

    @Reference(
            service = FilterDefinition.class,
            policy = ReferencePolicy.DYNAMIC,
            cardinality = ReferenceCardinality.MULTIPLE)
    void bindDefinition(Map<String, Object> properties) {
        if (properties.get(FilterDefinition.NAME) instanceof String name) {
            filters.put(properties.get(Constants.SERVICE_ID), name);
        }
    }

    void unbindDefinition(Map<String, Object> properties) {
        filters.remove(properties.get(Constants.SERVICE_ID));
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    private volatile FilterDirectoryComponent filterDirectory;

    @Override
    public List<SettingsCheck> checks() {
        return List.copyOf(checks);
    }

    @Override
    public List<DaemonCheck> daemonChecks() {
        return List.copyOf(daemonChecks);
    }

    @Override
    public Set<String> filters() {
        return Set.copyOf(filters.values());
    }

    @Override
    public void lookAtFilters() {
        FilterDirectoryComponent present = filterDirectory;
        if (present != null) {
            present.lookNow();
        }
    }

    @Override
    public Optional<Audit> audit() {
        return Optional.ofNullable(audit);
    }
}
