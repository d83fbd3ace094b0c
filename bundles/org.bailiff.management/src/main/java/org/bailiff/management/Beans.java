// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.ObjectName;
import org.bailiff.management.described.DescribedBean;
import org.bailiff.management.notification.Announcement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MBeans that are registered: the daemon's and one a jail. Thread-safe. */
final class Beans {
    private static final Logger LOGGER = LoggerFactory.getLogger(Beans.class);
    private static final String DOMAIN = "org.bailiff:type=";
    /** No jail has it: a jail's name is not empty. */
    private static final String DAEMON = "";

    private final MBeanServer server;
    private final Map<String, DescribedBean> beans = new ConcurrentHashMap<>();

    Beans(MBeanServer server) {
        this.server = server;
    }

    void addDaemon(DaemonMBean daemon) {
        add(DAEMON, new DescribedBean(name(DOMAIN + "Daemon"), DaemonMBean.class, daemon, notifications()));
    }

    void addJail(String jail, JailMBean bean) {
        ObjectName name = name(DOMAIN + "Jail,name=" + ObjectName.quote(jail));
        add(jail, new DescribedBean(name, JailMBean.class, bean, notifications()));
    }

    private void add(String key, DescribedBean bean) {
        try {
            server.registerMBean(bean, bean.name());
            beans.put(key, bean);
        } catch (JMException e) {
            LOGGER.warn("{} cannot be shown through JMX", bean.name(), e);
        }
    }

    void removeJail(String jail) {
        remove(jail);
    }

    void removeAll() {
        beans.keySet().forEach(this::remove);
    }

    private void remove(String key) {
        DescribedBean bean = beans.remove(key);
        if (bean == null) {
            return;
        }
        try {
            server.unregisterMBean(bean.name());
        } catch (InstanceNotFoundException gone) {
            LOGGER.debug("{} was unregistered by another", bean.name(), gone);
        } catch (JMException e) {
            LOGGER.warn("{} cannot be unregistered", bean.name(), e);
        }
    }

    /** Sends the announcement from the daemon's bean and from the jail's. */
    void send(Announcement announcement) {
        send(DAEMON, announcement);
        send(announcement.jail(), announcement);
    }

    private void send(String key, Announcement announcement) {
        DescribedBean bean = beans.get(key);
        if (bean != null) {
            bean.send(
                    announcement.type(),
                    announcement.time().toEpochMilli(),
                    announcement.message(),
                    announcement.details());
        }
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalStateException("the only part that varies is quoted: " + text, impossible);
        }
    }

    private static MBeanNotificationInfo[] notifications() {
        String type = Notification.class.getName();
        return new MBeanNotificationInfo[] {
            new MBeanNotificationInfo(new String[] {Announcement.BAN_ADDED}, type, "A ban is in force."),
            new MBeanNotificationInfo(new String[] {Announcement.BAN_REMOVED}, type, "A ban has ended."),
            new MBeanNotificationInfo(
                    new String[] {Announcement.JAIL_STATE}, type, "A jail's state, or the reason for it, has changed.")
        };
    }
}
