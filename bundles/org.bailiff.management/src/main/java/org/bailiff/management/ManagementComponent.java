// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.AuditTrail;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.management.bean.ConfigurationAccess;
import org.bailiff.management.bean.DaemonBean;
import org.bailiff.management.bean.DaemonMBean;
import org.bailiff.management.bean.JailBean;
import org.bailiff.management.bean.JailMBean;
import org.bailiff.management.bean.Means;
import org.bailiff.management.bean.Wishes;
import org.bailiff.management.notification.Topic;
import org.bailiff.management.overview.RecentStatus;
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
    private final Beans beans;
    private final ActionBeans actions;
    private final Means means;
    private final Runnable stopLooking;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Settings settings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile AuditTrail trail;

    @Activate
    public ManagementComponent(@Reference Jails jails, @Reference NotificationComponent notifications) {
        Supplier<Caller> caller = notifications.caller();
        beans = notifications.beans();
        actions = notifications.actions();
        means = new Means(
                new ConfigurationAccess(() -> Optional.ofNullable(settings), caller),
                new Wishes(caller),
                caller,
                Clock.systemUTC());
        RecentStatus recent = new RecentStatus(jails::status);
        beans.add(
                Topic.DAEMON,
                DaemonMBean.class,
                () -> new DaemonBean(jails, recent, () -> Optional.ofNullable(trail), means));
        stopLooking = notifications.thread().repeat(recent::look, Lookout.PAUSE);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addJail(Jail jail) {
        beans.add(Topic.jail(jail.name()), JailMBean.class, () -> new JailBean(jail, means));
        actions.add(jail);
    }

    void removeJail(Jail jail) {
        actions.remove(jail);
        beans.remove(BeanNames.jail(jail.name()));
    }

    @Deactivate
    void deactivate() {
        stopLooking.run();
        beans.remove(BeanNames.DAEMON);
    }
}
