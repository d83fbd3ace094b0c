// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.ObjectName;
import org.bailiff.management.described.DescribedBean;
import org.bailiff.management.notification.Announcement;
import org.bailiff.management.notification.Announcement.Words;
import org.bailiff.management.notification.AnnouncementTypes;
import org.bailiff.management.notification.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MBeans that are registered. Thread-safe. */
final class Beans {
    private static final Logger LOGGER = LoggerFactory.getLogger(Beans.class);

    private final MBeanServer server;
    private final Map<ObjectName, DescribedBean> beans = new ConcurrentHashMap<>();

    Beans(MBeanServer server) {
        this.server = server;
    }

    /**
     * Registers a bean that tells nothing by itself.
     *
     * @param type its annotated interface
     * @param targets answers for it, anew for each call
     */
    <T> void add(ObjectName name, Class<T> type, Supplier<? extends T> targets) {
        add(new DescribedBean(name, type, targets));
    }

    /** Registers the bean of a topic: what is told of the topic leaves from it. */
    <T> void add(Topic topic, Class<T> type, Supplier<? extends T> targets) {
        MBeanNotificationInfo[] tells = notifications(AnnouncementTypes.about(topic.kind()));
        add(new DescribedBean(BeanNames.of(topic), type, targets, tells));
    }

    private static MBeanNotificationInfo[] notifications(Set<String> types) {
        return types.stream()
                .map(type -> new MBeanNotificationInfo(
                        new String[] {type}, Notification.class.getName(), AnnouncementTypes.MEANINGS.get(type)))
                .toArray(MBeanNotificationInfo[]::new);
    }

    private void add(DescribedBean bean) {
        try {
            server.registerMBean(bean, bean.name());
            beans.put(bean.name(), bean);
        } catch (JMException e) {
            LOGGER.warn("{} cannot be shown through JMX", bean.name(), e);
        }
    }

    void removeAll() {
        beans.keySet().forEach(this::remove);
    }

    /** Harmless if there is no such bean. */
    void remove(ObjectName name) {
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

    /** Sends the announcement from the daemon's bean and from its topic's. */
    void send(Announcement announcement) {
        Words words = announcement.words().get();
        send(BeanNames.DAEMON, announcement, words);
        if (!announcement.topic().equals(Topic.DAEMON)) {
            send(BeanNames.of(announcement.topic()), announcement, words);
        }
    }

    private void send(ObjectName name, Announcement announcement, Words words) {
        DescribedBean bean = beans.get(name);
        if (bean != null) {
            bean.send(announcement.type(), announcement.time().toEpochMilli(), words.message(), words.details());
        }
    }
}
