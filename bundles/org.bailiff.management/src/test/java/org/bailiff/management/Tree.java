// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.audit.AuditEntry;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.store.StoreStatus;
import org.bailiff.management.bean.ActionBean;
import org.bailiff.management.bean.ActionMBean;
import org.bailiff.management.bean.ConfigurationAccess;
import org.bailiff.management.bean.DaemonBean;
import org.bailiff.management.bean.DaemonMBean;
import org.bailiff.management.bean.FilterLibraryBean;
import org.bailiff.management.bean.FilterLibraryMBean;
import org.bailiff.management.bean.IgnoreListBean;
import org.bailiff.management.bean.IgnoreListMBean;
import org.bailiff.management.bean.JailBean;
import org.bailiff.management.bean.JailMBean;
import org.bailiff.management.bean.Means;
import org.bailiff.management.bean.StoreBean;
import org.bailiff.management.bean.StoreMBean;
import org.bailiff.management.bean.Wishes;
import org.bailiff.management.bean.Workbench;
import org.bailiff.management.notification.Changes;
import org.bailiff.management.notification.Topic;

/** The whole tree of beans over fakes, in an MBean server of its own. */
final class Tree {
    static final Caller ALICE = new Caller("alice", "jmx-local", Role.ADMINISTRATOR);
    static final Caller OSCAR = new Caller("oscar", "jmx-remote", Role.OPERATOR, "127.0.0.1:40112");
    static final ObjectName LOG = BeanNames.source("/var/log/auth.log");
    static final ObjectName ACTION = BeanNames.action("sshd", "xt_recent");
    static final ObjectName SSHD = BeanNames.jail("sshd");
    static final ObjectName SSHD_FILTER = BeanNames.filter("sshd");

    final MBeanServer server = MBeanServerFactory.newMBeanServer();
    final FakeJail sshd = new FakeJail("sshd").banning("192.0.2.7", "2001:db8::7");
    final FakeJail odd = new FakeJail("a,b*\"c").banning("192.0.2.7");
    final FakeSettings settings = new FakeSettings();
    final FakeFilters filters =
            new FakeFilters().with("sshd", "library", 1, false).with("unused", "library", 1, false);
    final FakeCompiler compiler = new FakeCompiler();
    final FakeIgnoreList ignored = new FakeIgnoreList();
    final List<AuditEntry> trail = new ArrayList<>();
    final Beans beans = new Beans(server);
    final Lookout lookout;
    Caller caller = ALICE;
    /** Whether the services are there that may come and go. */
    boolean servicesPresent = true;

    Tree() {
        Clock clock = Clock.fixed(FakeJail.NOW, ZoneOffset.UTC);
        sshd.sources.add(source("/var/log/auth.log"));
        Means means = new Means(
                new ConfigurationAccess(() -> present(settings), () -> caller),
                new Wishes(() -> caller),
                () -> caller,
                clock);
        FakeJails jails = new FakeJails(List.of(odd, sshd));
        Workbench workbench = new Workbench(() -> present(filters), () -> present(compiler), clock);
        OverviewBeans overviewBeans = new OverviewBeans(beans, workbench, () -> caller);
        lookout = new Lookout(
                jails,
                new Watched(() -> present(filters), Optional::empty, () -> present(settings)),
                new Changes(clock, beans::send),
                overviewBeans::show);
        beans.add(
                Topic.DAEMON,
                DaemonMBean.class,
                () -> new DaemonBean(jails, jails::status, () -> present(this::latestChanges), means));
        beans.add(Topic.jail(sshd.name()), JailMBean.class, () -> new JailBean(sshd, means));
        beans.add(Topic.jail(odd.name()), JailMBean.class, () -> new JailBean(odd, means));
        beans.add(ACTION, ActionMBean.class, () -> new ActionBean(sshd, "xt_recent", () -> caller));
        beans.add(Topic.STORE, StoreMBean.class, () -> new StoreBean(present(store())));
        IgnoreListBean ignoreList = new IgnoreListBean(() -> present(ignored), jails, () -> caller, clock);
        beans.add(BeanNames.IGNORE_LIST, IgnoreListMBean.class, () -> ignoreList);
        beans.add(
                BeanNames.FILTER_LIBRARY,
                FilterLibraryMBean.class,
                () -> new FilterLibraryBean(() -> present(filters), lookout.overview(), workbench, () -> caller));
        lookout.look();
    }

    private <T> Optional<T> present(T service) {
        return servicesPresent ? Optional.of(service) : Optional.empty();
    }

    private List<AuditEntry> latestChanges(int limit) {
        return trail.stream().limit(limit).toList();
    }

    static SourceStatus source(String stream) {
        return new SourceStatus(stream, "file", SourceStatus.State.READING, "", 100, 7, 40, 3, 2, 1);
    }

    private static StoreStatus store() {
        return new StoreStatus(false, "<html>the disk is full", 4096, 17, 2, 3, Duration.ofMillis(250));
    }

    static AuditEntry change(Instant time, Caller by) {
        return new AuditEntry(time, by, "set", "sshd maxretry", "5", "3", "done");
    }

    Set<ObjectName> names() {
        try {
            return server.queryNames(new ObjectName("org.bailiff:*"), null);
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    Object get(ObjectName bean, String attribute) throws JMException {
        return server.getAttribute(bean, attribute);
    }

    Object invoke(ObjectName bean, String operation, Object... arguments) throws JMException {
        MBeanOperationInfo info = Arrays.stream(server.getMBeanInfo(bean).getOperations())
                .filter(candidate -> candidate.getName().equals(operation))
                .findFirst()
                .orElseThrow();
        String[] signature = Arrays.stream(info.getSignature())
                .map(MBeanParameterInfo::getType)
                .toArray(String[]::new);
        return server.invoke(bean, operation, arguments, signature);
    }

    /** The result as a text, or the message of the one exception that is allowed. */
    String answer(ObjectName bean, String operation, Object... arguments) throws JMException {
        try {
            return invoke(bean, operation, arguments).toString();
        } catch (RuntimeMBeanException e) {
            assertThat(e.getTargetException().getClass())
                    .isIn(IllegalArgumentException.class, IllegalStateException.class);
            assertThat(e.getTargetException()).hasNoCause();
            return e.getTargetException().getMessage();
        }
    }
}
