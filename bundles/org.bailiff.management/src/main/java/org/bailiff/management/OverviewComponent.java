// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.config.Settings;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.api.filter.Filters;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.api.jail.Jails;
import org.bailiff.api.store.Store;
import org.bailiff.management.bean.FilterLibraryBean;
import org.bailiff.management.bean.FilterLibraryMBean;
import org.bailiff.management.bean.IgnoreListBean;
import org.bailiff.management.bean.IgnoreListMBean;
import org.bailiff.management.bean.StoreBean;
import org.bailiff.management.bean.StoreMBean;
import org.bailiff.management.bean.Workbench;
import org.bailiff.management.notification.Changes;
import org.bailiff.management.notification.Topic;
import org.bailiff.management.overview.Overview;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows what jails have in common as MBeans: streams, filters, the store, the ignore list. */
@Component(
        service = {},
        immediate = true)
public final class OverviewComponent {
    private final Beans beans;
    private final BeansThread thread;
    private final OverviewBeans overviewBeans;
    private final Runnable stopLooking;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Filters filters;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile FilterLibrary library;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile FilterCompiler compiler;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Store store;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Settings settings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile IgnoreList ignoreList;

    @Activate
    public OverviewComponent(@Reference Jails jails, @Reference NotificationComponent notifications) {
        Clock clock = Clock.systemDefaultZone();
        Supplier<Caller> caller = notifications.caller();
        Workbench workbench = new Workbench(() -> present(filters), () -> present(compiler), clock);
        beans = notifications.beans();
        thread = notifications.thread();
        overviewBeans = new OverviewBeans(beans, workbench, caller);
        Lookout lookout = new Lookout(
                jails,
                new Watched(() -> present(filters), () -> present(store), () -> present(settings)),
                new Changes(clock, notifications::announce),
                overviewBeans::show);
        IgnoreListBean ignored = new IgnoreListBean(() -> present(ignoreList), jails, caller, clock);
        beans.add(BeanNames.IGNORE_LIST, IgnoreListMBean.class, () -> ignored);
        beans.add(
                Topic.STORE,
                StoreMBean.class,
                () -> new StoreBean(present(store).map(Store::status)));
        beans.add(
                BeanNames.FILTER_LIBRARY,
                FilterLibraryMBean.class,
                () -> new FilterLibraryBean(() -> present(library), lookout.overview(), workbench, caller));
        stopLooking = thread.repeat(lookout::look, Lookout.PAUSE);
    }

    private static <T> Optional<T> present(T service) {
        return Optional.ofNullable(service);
    }

    @Deactivate
    void deactivate() {
        stopLooking.run();
        thread.execute(() -> overviewBeans.show(Overview.EMPTY));
        List.of(BeanNames.IGNORE_LIST, BeanNames.STORE, BeanNames.FILTER_LIBRARY)
                .forEach(beans::remove);
    }
}
