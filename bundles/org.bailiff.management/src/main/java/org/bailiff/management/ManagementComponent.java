// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.management.remote.CurrentCaller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows the daemon, each jail and each action of a jail as an MBean, as they come and go. */
@Component(
        service = {},
        immediate = true)
public final class ManagementComponent {
    private final AtomicReference<Settings> settings = new AtomicReference<>();
    private final Clock clock = Clock.systemUTC();
    private final Beans beans;
    private final ActionBeans actions;
    private final ConfigurationAccess configuration;
    private final Wishes wishes;

    @Activate
    public ManagementComponent(@Reference Jails jails, @Reference NotificationComponent notifications) {
        Supplier<Caller> caller = new CurrentCaller(new LocalCaller());
        beans = notifications.beans();
        actions = notifications.actions();
        configuration = new ConfigurationAccess(() -> Optional.ofNullable(settings.get()), caller);
        wishes = new Wishes(caller);
        beans.addDaemon(new DaemonBean(jails, configuration, wishes, clock));
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

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addJail(Jail jail) {
        beans.addJail(jail.name(), new JailBean(jail, configuration, wishes, clock));
        actions.add(jail);
    }

    void removeJail(Jail jail) {
        actions.remove(jail);
        beans.removeJail(jail.name());
    }

    @Deactivate
    void deactivate() {
        beans.removeAll();
    }
}
