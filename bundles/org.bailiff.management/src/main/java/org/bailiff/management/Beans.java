// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.ObjectName;
import org.bailiff.management.described.DescribedBean;
import org.bailiff.management.notification.Announcement;
import org.bailiff.management.notification.AnnouncementTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MBeans that are registered: the daemon's, one a jail, and one for each action of a jail. Thread-safe. */
final class Beans {
    private static final Logger LOGGER = LoggerFactory.getLogger(Beans.class);
    private static final String DOMAIN = "org.bailiff:type=";
    private static final ObjectName DAEMON = name(DOMAIN + "Daemon");
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w.-]+");

    private final MBeanServer server;
    private final Map<ObjectName, DescribedBean> beans = new ConcurrentHashMap<>();

    Beans(MBeanServer server) {
        this.server = server;
    }

    void addDaemon(DaemonMBean daemon) {
        add(new DescribedBean(DAEMON, DaemonMBean.class, daemon, notifications()));
    }

    void addJail(String jail, JailMBean bean) {
        add(new DescribedBean(ofJail(jail), JailMBean.class, bean, notifications()));
    }

    void addAction(String jail, String action, ActionMBean bean) {
        add(new DescribedBean(ofAction(jail, action), ActionMBean.class, bean));
    }

    private void add(DescribedBean bean) {
        try {
            server.registerMBean(bean, bean.name());
            beans.put(bean.name(), bean);
        } catch (JMException e) {
            LOGGER.warn("{} cannot be shown through JMX", bean.name(), e);
        }
    }

    void removeJail(String jail) {
        remove(ofJail(jail));
    }

    void removeAction(String jail, String action) {
        remove(ofAction(jail, action));
    }

    void removeAll() {
        beans.keySet().forEach(this::remove);
    }

    private void remove(ObjectName name) {
        if (beans.remove(name) == null) {
            return;
        }
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException gone) {
            LOGGER.debug("{} was unregistered by another", name, gone);
        } catch (JMException e) {
            LOGGER.warn("{} cannot be unregistered", name, e);
        }
    }

    /** Sends the announcement from the daemon's bean and from the jail's. */
    void send(Announcement announcement) {
        send(DAEMON, announcement);
        send(ofJail(announcement.jail()), announcement);
    }

    private void send(ObjectName name, Announcement announcement) {
        DescribedBean bean = beans.get(name);
        if (bean != null) {
            bean.send(
                    announcement.type(),
                    announcement.time().toEpochMilli(),
                    announcement.message(),
                    announcement.details());
        }
    }

    private static ObjectName ofJail(String jail) {
        return name(DOMAIN + "Jail,name=" + ObjectName.quote(jail));
    }

    private static ObjectName ofAction(String jail, String action) {
        String shown = NEEDS_NO_QUOTES.matcher(action).matches() ? action : ObjectName.quote(action);
        return name(DOMAIN + "Action,name=" + shown + ",jail=" + ObjectName.quote(jail));
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalStateException("the parts that vary are quoted: " + text, impossible);
        }
    }

    private static MBeanNotificationInfo[] notifications() {
        return AnnouncementTypes.MEANINGS.entrySet().stream()
                .map(type -> new MBeanNotificationInfo(
                        new String[] {type.getKey()}, Notification.class.getName(), type.getValue()))
                .toArray(MBeanNotificationInfo[]::new);
    }
}
