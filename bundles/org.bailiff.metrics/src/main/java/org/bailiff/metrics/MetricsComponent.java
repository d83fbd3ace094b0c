// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.DaemonConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Settings;
import org.bailiff.api.filter.Filters;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.api.store.Store;
import org.bailiff.metrics.http.MetricsServer;
import org.bailiff.metrics.page.Pages;
import org.bailiff.metrics.page.Snapshot;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells metrics where {@code bailiff.conf} says, and nowhere if it says nothing. */
@Component(
        service = {},
        immediate = true,
        configurationPid = DaemonConfiguration.METRICS,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class MetricsComponent {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsComponent.class);

    private final AtomicReference<Store> store = new AtomicReference<>();
    private final AtomicReference<Settings> settings = new AtomicReference<>();
    private final AtomicReference<Filters> filters = new AtomicReference<>();
    private final Jails jails;
    private final MetricsCheck check;
    private final Optional<MetricsServer> server;

    /**
     * @param exit null where a container owns the process
     */
    @Activate
    public MetricsComponent(
            BundleContext context,
            Map<String, Object> properties,
            @Reference Jails jails,
            @Reference MetricsCheck check,
            @Reference(target = "(" + FrameworkProperties.EXIT + "=true)", cardinality = ReferenceCardinality.OPTIONAL)
                    IntConsumer exit) {
        this.jails = jails;
        this.check = check;
        this.server = started(context, properties, exit);
        check.state().begin(DaemonConfiguration.settings(properties), () -> outcome(properties));
    }

    private Optional<List<Problem>> outcome(Map<String, Object> properties) {
        if (server.isEmpty()) {
            return Optional.of(List.of());
        }
        Optional<List<Problem>> trouble = server.get()
                .trouble()
                .map(sentence -> List.of(MetricsCheck.problem(
                        DaemonConfiguration.settings(properties).get(MetricsSettings.LISTEN), sentence)));
        return trouble.or(() -> server.get().address().map(works -> List.of()));
    }

    private Optional<MetricsServer> started(BundleContext context, Map<String, Object> properties, IntConsumer exit) {
        Object listen = properties.get(MetricsSettings.LISTEN);
        if (listen == null) {
            return Optional.empty();
        }
        try {
            MetricsSettings valid = MetricsSettings.of(listen.toString(), MetricsPlaces.folder(context));
            Pages pages = new Pages(this::snapshot, Clock.systemUTC());
            return Optional.of(new MetricsServer(valid.listen(), pages, System::nanoTime));
        } catch (IllegalArgumentException wrong) {
            Object origin = properties.get("origin." + MetricsSettings.LISTEN);
            LOG.error("{}{}", origin == null ? "" : origin + ": ", wrong.getMessage());
            if (exit != null) {
                exit.accept(ExitCode.CONFIGURATION.number());
            }
            return Optional.empty();
        }
    }

    private Snapshot snapshot() {
        return new Snapshot(
                jails.status(),
                jails.all().stream().map(Jail::status).toList(),
                Optional.ofNullable(store.get()).map(Store::status),
                Optional.ofNullable(settings.get()).map(Snapshot.Configuration::of),
                Optional.ofNullable(filters.get()).map(Filters::status).orElse(List.of()));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setStore(Store present) {
        store.set(present);
    }

    void unsetStore(Store gone) {
        store.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSettings(Settings present) {
        settings.set(present);
    }

    void unsetSettings(Settings gone) {
        settings.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setFilters(Filters present) {
        filters.set(present);
    }

    void unsetFilters(Filters gone) {
        filters.compareAndSet(gone, null);
    }

    @Deactivate
    void stop() {
        check.state().end();
        server.ifPresent(MetricsServer::close);
    }
}
