// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.management.bean.FilterBean;
import org.bailiff.management.bean.FilterMBean;
import org.bailiff.management.bean.SourceBean;
import org.bailiff.management.bean.SourceMBean;
import org.bailiff.management.bean.Workbench;
import org.bailiff.management.notification.Topic;
import org.bailiff.management.overview.Overview;

/** Has a bean registered for each stream that is read and each filter that somebody cares for. Used by one thread. */
final class OverviewBeans {
    private final Beans beans;
    private final Workbench workbench;
    private final Supplier<Caller> caller;
    private final Set<Topic> shown = new HashSet<>();
    /** Read by whoever reads a bean. */
    private volatile Overview overview = Overview.EMPTY;

    /**
     * @param caller who is calling on this thread
     */
    OverviewBeans(Beans beans, Workbench workbench, Supplier<Caller> caller) {
        this.beans = beans;
        this.workbench = workbench;
        this.caller = caller;
    }

    /** Brings the beans up to date. */
    void show(Overview now) {
        overview = now;
        Set<Topic> wanted = new HashSet<>();
        now.streams().keySet().forEach(stream -> wanted.add(Topic.source(stream)));
        now.caredFor().forEach(filter -> wanted.add(Topic.filter(filter)));
        shown.stream().filter(topic -> !wanted.contains(topic)).forEach(gone -> beans.remove(BeanNames.of(gone)));
        wanted.stream().filter(topic -> !shown.contains(topic)).forEach(this::add);
        shown.clear();
        shown.addAll(wanted);
    }

    private void add(Topic topic) {
        String name = topic.name();
        if (topic.kind() == Topic.Kind.SOURCE) {
            beans.add(topic, SourceMBean.class, () -> new SourceBean(name, overview));
        } else {
            beans.add(topic, FilterMBean.class, () -> new FilterBean(name, overview, workbench, caller));
        }
    }
}
