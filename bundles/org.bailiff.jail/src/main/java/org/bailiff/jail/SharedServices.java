// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bailiff.api.action.BanActionFactory;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.jail.JailListener;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.jail.decision.OwnAddresses;
import org.bailiff.jail.reading.Readings;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Gathers the services that jails use, all of which may come and go, and owns the readings' thread. */
@Component(service = Surroundings.class)
public final class SharedServices implements Surroundings {
    private final ExecutorService readingsThread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "bailiff-readings"));
    private final Clock clock = Clock.systemUTC();
    private final Readings readings = new Readings(readingsThread);
    private final OwnAddresses ownAddresses = new HostAddresses(clock);
    private final Announcements announcements = new Announcements();
    private final Map<FilterDefinition, Integer> definitions = new ConcurrentHashMap<>();
    private final Map<String, LogSourceFactory> sources = new ConcurrentHashMap<>();
    private final Map<String, BanActionFactory> actions = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private volatile FilterCompiler compiler;

    @Activate
    public SharedServices() {}

    @Deactivate
    void stop() {
        readingsThread.shutdown();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCompiler(FilterCompiler service) {
        compiler = service;
        changed();
    }

    void unbindCompiler(FilterCompiler service) {
        if (compiler == service) {
            compiler = null;
            changed();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDefinition(FilterDefinition definition, Map<String, Object> properties) {
        definitions.put(definition, properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0);
        changed();
    }

    void unbindDefinition(FilterDefinition definition) {
        definitions.remove(definition);
        changed();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindSource(LogSourceFactory factory, Map<String, Object> properties) {
        sources.put(String.valueOf(properties.get(LogSourceFactory.KIND)), factory);
        changed();
    }

    void unbindSource(LogSourceFactory factory) {
        sources.values().remove(factory);
        changed();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindAction(BanActionFactory factory, Map<String, Object> properties) {
        actions.put(String.valueOf(properties.get(BanActionFactory.NAME)), factory);
        changed();
    }

    void unbindAction(BanActionFactory factory) {
        actions.values().remove(factory);
        changed();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(JailListener listener) {
        announcements.add(listener);
    }

    void unbindListener(JailListener listener) {
        announcements.remove(listener);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindAudit(Audit audit) {
        announcements.use(audit);
    }

    void unbindAudit(Audit audit) {
        announcements.notUse(audit);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Readings readings() {
        return readings;
    }

    @Override
    public OwnAddresses ownAddresses() {
        return ownAddresses;
    }

    @Override
    public Announcements announcements() {
        return announcements;
    }

    @Override
    public Optional<FilterCompiler> compiler() {
        return Optional.ofNullable(compiler);
    }

    @Override
    public Optional<FilterDefinition> definition(String name) {
        return definitions.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    @Override
    public Optional<LogSourceFactory> source(String kind) {
        return Optional.ofNullable(sources.get(kind));
    }

    @Override
    public Optional<BanActionFactory> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void notOnChange(Runnable listener) {
        listeners.remove(listener);
    }
}
