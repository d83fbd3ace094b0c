// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.config.DaemonCheck;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.api.store.Store;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The directory of jails, and the state of the whole. */
@Component(service = Jails.class)
public final class JailsComponent implements Jails {
    private final Map<String, Jail> jails = new ConcurrentSkipListMap<>();
    /** Who works by what {@code bailiff.conf} says. */
    private final List<DaemonCheck> areas = new CopyOnWriteArrayList<>();

    private final Surroundings surroundings;
    private final Store store;
    private final Bundle framework;
    private final String version;
    private final Instant startedAt;
    /** Null while there are none. */
    private volatile Settings settings;

    @Activate
    public JailsComponent(@Reference Surroundings surroundings, @Reference Store store, BundleContext context) {
        this.surroundings = surroundings;
        this.store = store;
        this.framework = context.getBundle(0);
        String told = context.getProperty(FrameworkProperties.VERSION);
        this.version = told == null ? context.getBundle().getVersion().toString() : told;
        this.startedAt = surroundings.clock().instant();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindJail(Jail jail) {
        jails.put(jail.name(), jail);
    }

    void unbindJail(Jail jail) {
        jails.remove(jail.name(), jail);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSettings(Settings present) {
        settings = present;
    }

    void unbindSettings(Settings gone) {
        if (settings == gone) {
            settings = null;
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindArea(DaemonCheck area) {
        areas.add(area);
    }

    void unbindArea(DaemonCheck area) {
        areas.remove(area);
    }

    @Override
    public List<Jail> all() {
        return List.copyOf(jails.values());
    }

    @Override
    public Optional<Jail> find(String name) {
        return Optional.ofNullable(jails.get(name));
    }

    @Override
    public DaemonStatus status() {
        DaemonSummary summary = DaemonSummary.of(
                all().stream()
                        .map(Jail::status)
                        .sorted(Comparator.comparing(status -> status.name()))
                        .toList(),
                store.status(),
                losses(),
                troubles());
        return summary.status(
                phase(), version, startedAt, surroundings.announcements().latencies());
    }

    /** What does not work of that which {@code bailiff.conf} says. */
    private List<Problem> troubles() {
        return areas.stream().flatMap(area -> area.troubles().stream()).toList();
    }

    /** What was lost of that which the daemon keeps by itself. */
    private List<Problem> losses() {
        Settings present = settings;
        List<Problem> losses = new ArrayList<>(present == null ? List.of() : present.losses());
        losses.addAll(surroundings.ignoring().common().problems());
        return losses;
    }

    /** What the framework is doing, as far as that outweighs what the jails say. */
    private Optional<DaemonStatus.State> phase() {
        int state = framework.getState();
        if (state == Bundle.STARTING) {
            return Optional.of(DaemonStatus.State.STARTING);
        }
        return state == Bundle.STOPPING ? Optional.of(DaemonStatus.State.STOPPING) : Optional.empty();
    }
}
