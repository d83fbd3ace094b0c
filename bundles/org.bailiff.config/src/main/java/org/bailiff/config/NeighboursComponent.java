// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.config.DaemonCheck;
import org.bailiff.api.config.SettingsCheck;
import org.bailiff.api.filter.FilterDefinition;
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

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    private final List<FilterDefinition> definitions = new CopyOnWriteArrayList<>();

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    private volatile Audit audit;

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
        return definitions.stream().map(FilterDefinition::name).collect(Collectors.toUnmodifiableSet());
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
