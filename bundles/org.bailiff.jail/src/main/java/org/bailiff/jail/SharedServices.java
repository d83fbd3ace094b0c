// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.action.BanActionFactory;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.FilterUser;
import org.bailiff.api.filter.Filters;
import org.bailiff.api.jail.JailListener;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.api.store.Store;
import org.bailiff.jail.decision.Room;
import org.bailiff.jail.ignore.IgnoreServices;
import org.bailiff.jail.reading.Readings;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers the services that jails use, all of which may come and go, and owns the readings' thread. */
@Component(service = Surroundings.class)
public final class SharedServices implements Surroundings {
    private static final int IDS = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(SharedServices.class);

    private final ExecutorService readingsThread = Executors.newSingleThreadExecutor(SharedServices::readingsThread);
    private final Clock clock = Clock.systemUTC();
    private final BootClock bootClock = new BootClock(clock, System::nanoTime, Path.of("/proc"));
    private final BanRate banRate = new BanRate();
    private final Offenders offenders = new Offenders();
    private final Readings readings = new Readings(readingsThread);
    private final Rounds rounds = new Rounds();
    /** Eleven sixteenths of the heap: it is written and read record by record; the rest is the daemon's own. */
    private final Room room = new Room(IDS, Runtime.getRuntime().maxMemory() / 16 * 11);

    private final IgnoreServices ignoring = IgnoreServices.ofHost(new HostAddresses(clock), clock);
    private final NewsThread news = new NewsThread();
    private final Announcements announcements = new Announcements(news);
    private final FilterUses filterUses = new FilterUses(this::compiler);
    private final Offers<LogSourceFactory> sources = new Offers<>();
    private final Offers<BanActionFactory> actions = new Offers<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();

    private volatile FilterCompiler compiler;
    private volatile Filters filters;
    private volatile Store store;

    private final boolean simulating;
    private final ServiceRegistration<FilterUser> registration;

    @Activate
    public SharedServices(BundleContext context) {
        simulating = Boolean.parseBoolean(context.getProperty(FrameworkProperties.SIMULATE));
        // Synchronous, so that it hears of the end before any bundle is stopped.
        context.addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == 0) {
                end();
            }
        });
        // Not a service of this component: it and what chooses filters would each wait for the other to be there.
        registration = context.registerService(FilterUser.class, filterUses, null);
    }

    /** What the jails use goes one after the other now: that is no news to them, for they end, all at once. */
    private void end() {
        listeners.clear();
        filterUses.clear();
        endings.forEach(Runnable::run);
    }

    /** A step that fails ends its thread, and the next step has another one: that is not to pass in silence. */
    private static Thread readingsThread(Runnable steps) {
        Thread thread = new Thread(steps, "bailiff-readings");
        thread.setUncaughtExceptionHandler((ended, fault) -> LOG.error(
                "a log may not be read, because a step of {} failed; 'bailiff reload' tries again", ended, fault));
        return thread;
    }

    @Deactivate
    void stop() {
        registration.unregister();
        readingsThread.shutdown();
        rounds.close();
        ignoring.close();
        news.close();
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

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindStore(Store service) {
        store = service;
    }

    void unbindStore(Store service) {
        if (store == service) {
            store = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindFilters(Filters service) {
        filters = service;
        changed();
    }

    void unbindFilters(Filters service) {
        if (filters == service) {
            filters = null;
            changed();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindSource(LogSourceFactory factory, Map<String, Object> properties) {
        sources.add(factory, String.valueOf(properties.get(LogSourceFactory.KIND)), ranking(properties));
        changed();
    }

    void unbindSource(LogSourceFactory factory) {
        sources.remove(factory);
        changed();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindAction(BanActionFactory factory, Map<String, Object> properties) {
        actions.add(factory, String.valueOf(properties.get(BanActionFactory.NAME)), ranking(properties));
        changed();
    }

    void unbindAction(BanActionFactory factory) {
        actions.remove(factory);
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

    private static int ranking(Map<String, Object> properties) {
        return properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Optional<ClockMark> clockMark() {
        return bootClock.mark();
    }

    @Override
    public BanRate banRate() {
        return banRate;
    }

    @Override
    public Offenders offenders() {
        return offenders;
    }

    @Override
    public boolean simulating() {
        return simulating;
    }

    @Override
    public Readings readings() {
        return readings;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    @Override
    public Room room() {
        return room;
    }

    @Override
    public String seed() {
        Store current = store;
        return current == null ? "" : current.seed();
    }

    @Override
    public IgnoreServices ignoring() {
        return ignoring;
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
        Filters current = filters;
        return current == null ? Optional.empty() : current.inForce(name);
    }

    @Override
    public boolean knowsFilters() {
        return filters != null;
    }

    @Override
    public Optional<FilterStatus> filter(String name) {
        Filters current = filters;
        return current == null ? Optional.empty() : current.status(name);
    }

    @Override
    public FilterUses filterUses() {
        return filterUses;
    }

    @Override
    public Optional<LogSourceFactory> source(String kind) {
        return sources.find(kind);
    }

    @Override
    public Optional<BanActionFactory> action(String name) {
        return actions.find(name);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void notOnChange(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public void onEnd(Runnable listener) {
        endings.add(listener);
    }

    @Override
    public void notOnEnd(Runnable listener) {
        endings.remove(listener);
    }
}
