// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.function.Supplier;
import javax.management.MBeanServer;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Notice;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.JailListener;
import org.bailiff.api.jail.JailState;
import org.bailiff.management.notification.Announcement;
import org.bailiff.management.notification.Announcements;
import org.bailiff.management.notification.Announcer;
import org.bailiff.management.remote.CurrentCaller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Passes on what jails tell to the listeners of the MBeans. It refers to no jail, because jails refer to their listeners;
 * {@link ManagementComponent} adds the MBeans.
 */
@Component(service = {JailListener.class, NotificationComponent.class})
public final class NotificationComponent implements JailListener {
    /** Who is calling on this thread: the one place where that is decided. */
    private final Supplier<Caller> caller = new CurrentCaller(new LocalCaller());

    private final Beans beans;
    private final BeansThread thread = new BeansThread();
    private final ActionBeans actions;
    private final Announcer announcer;
    private final Announcements announcements;

    /**
     * @param container the MBean server of the container; null if it offers none, then it is the platform's
     */
    @Activate
    public NotificationComponent(
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    MBeanServer container) {
        Clock clock = Clock.systemUTC();
        MBeanServer server = container == null ? ManagementFactory.getPlatformMBeanServer() : container;
        beans = new Beans(server);
        actions = new ActionBeans(beans, thread, caller);
        announcer = new Announcer(clock, beans::send);
        announcements = new Announcements(clock, announcer::announce);
        announcer.start();
        if (container == null) {
            // The process is the daemon's own.
            thread.repeat(new NativeHeap(server)::trim, NativeHeap.FIRST, NativeHeap.PAUSE);
        }
    }

    /** The MBeans from which notifications are sent. */
    Beans beans() {
        return beans;
    }

    /** Who is calling on this thread. */
    Supplier<Caller> caller() {
        return caller;
    }

    /** What looks after the MBeans. */
    BeansThread thread() {
        return thread;
    }

    /** Tells an announcement to the listeners of the MBeans, without waiting. */
    void announce(Announcement announcement) {
        announcer.announce(announcement);
    }

    /** The MBeans of the actions of jails. */
    ActionBeans actions() {
        return actions;
    }

    @Override
    public void banned(Ban ban, boolean restored) {
        announcements.banned(ban, restored);
    }

    @Override
    public void unbanned(Ban ban, UnbanCause cause, Caller caller) {
        announcements.unbanned(ban, cause, caller);
    }

    @Override
    public void stateChanged(String jail, JailState state, String reason) {
        announcements.stateChanged(jail, state, reason);
        // A jail that is disabled, or put to work, has other actions than before.
        actions.actionsChanged(jail);
    }

    @Override
    public void noticed(String jail, Notice notice) {
        announcements.noticed(jail, notice);
    }

    @Override
    public void cutOff(String jail, CutOff cutOff) {
        announcements.cutOff(jail, cutOff);
    }

    @Override
    public void actionsChanged(String jail) {
        actions.actionsChanged(jail);
    }

    @Deactivate
    void deactivate() {
        announcer.close();
        thread.close();
        beans.removeAll();
    }
}
