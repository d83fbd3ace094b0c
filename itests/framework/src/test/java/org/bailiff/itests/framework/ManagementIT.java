// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.framework;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServerConnection;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** The beans, as jconsole meets them: through a connection. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ManagementIT {
    private static final long PATIENCE_SECONDS = 30;

    private JMXConnectorServer server;
    private JMXConnector connector;
    private MBeanServerConnection connection;
    private ObjectName jail;
    private ObjectName daemon;

    @Configuration
    public Option[] configuration() throws IOException {
        return new Option[] {
            Shipped.with(
                    """
                    [refusals]
                    enabled = true
                    filter = refusals
                    logpath = @HOME@/service.log
                    action = log
                    bantime = 10m

                    [listed]
                    enabled = false
                    filter = refusals
                    logpath = @HOME@/service.log
                    action = xt_recent[list=listed, root=@HOME@]
                    bantime = 10m
                    """)
        };
    }

    @Before
    public void connect() throws Exception {
        jail = new ObjectName("org.bailiff:type=Jail,name=\"refusals\"");
        daemon = new ObjectName("org.bailiff:type=Daemon");
        server = JMXConnectorServerFactory.newJMXConnectorServer(
                new JMXServiceURL("rmi", "127.0.0.1", 0), Map.of(), ManagementFactory.getPlatformMBeanServer());
        server.start();
        connector = JMXConnectorFactory.connect(server.getAddress());
        connection = connector.getMBeanServerConnection();
        Await.until("the beans are there", () -> connection.isRegistered(jail) && connection.isRegistered(daemon));
        Await.until("the jail is at work", () -> "ACTIVE".equals(connection.getAttribute(jail, "State")));
    }

    @After
    public void disconnect() throws IOException {
        connector.close();
        server.stop();
    }

    @Test
    public void aBanAndItsEndAreSeenCountedAndNotified() throws Exception {
        BlockingQueue<Notification> notifications = new LinkedBlockingQueue<>();
        connection.addNotificationListener(jail, (told, handback) -> notifications.add(told), null, null);

        invoke("ban", "192.0.2.9");
        assertEquals(1L, number(jail, "BannedCurrent"));
        awaitNotification(notifications, "org.bailiff.ban.added");
        invoke("unban", "192.0.2.9");

        assertEquals(0L, number(jail, "BannedCurrent"));
        assertEquals(1L, number(jail, "BannedTotal"));
        awaitNotification(notifications, "org.bailiff.ban.removed");
    }

    @Test
    public void theBeanOfAnActionComesAndGoesWithItsJailAndIsReadAndVerified() throws Exception {
        ObjectName listed = new ObjectName("org.bailiff:type=Jail,name=\"listed\"");
        ObjectName action = new ObjectName("org.bailiff:type=Action,name=xt_recent,jail=\"listed\"");
        Await.until("the jail's bean is there", () -> connection.isRegistered(listed));

        connection.invoke(listed, "enable", new Object[0], new String[0]);
        Await.until("the action's bean is there", () -> connection.isRegistered(action));

        assertAllDescribed(action);
        for (MBeanAttributeInfo attribute : connection.getMBeanInfo(action).getAttributes()) {
            assertNotNull(attribute.getName(), connection.getAttribute(action, attribute.getName()));
        }
        assertEquals("WAITING", connection.getAttribute(action, "State"));
        String verified = (String) connection.invoke(action, "verify", new Object[0], new String[0]);
        assertTrue(verified, verified.startsWith("wanted: "));
        String compared = (String) connection.invoke(action, "resync", new Object[] {true}, new String[] {"boolean"});
        assertTrue(compared, compared.contains("\ndifferences: "));

        connection.invoke(listed, "disable", new Object[0], new String[0]);
        Await.until("the action's bean has gone", () -> !connection.isRegistered(action));
    }

    @Test
    public void timesAndCountsAreWritable() throws Exception {
        for (String name : List.of("BanTimeSeconds", "FindTimeSeconds", "MaxRetry")) {
            Object before = connection.getAttribute(jail, name);
            Object wanted = before instanceof Integer ? (Object) 77 : (Object) 77L;

            connection.setAttribute(jail, new Attribute(name, wanted));

            Await.until(name + " is changed", () -> wanted.equals(connection.getAttribute(jail, name)));
        }
    }

    @Test
    public void everyAttributeAndOperationHasADescriptionAndAnImpact() throws Exception {
        assertAllDescribed(jail);
        assertAllDescribed(daemon);
    }

    private void assertAllDescribed(ObjectName bean) throws Exception {
        MBeanInfo info = connection.getMBeanInfo(bean);
        Arrays.stream(info.getAttributes()).forEach(ManagementIT::assertDescribed);
        for (MBeanOperationInfo operation : info.getOperations()) {
            assertDescribed(operation);
            assertTrue(operation.getName(), operation.getImpact() != MBeanOperationInfo.UNKNOWN);
            Arrays.stream(operation.getSignature()).forEach(ManagementIT::assertDescribed);
        }
    }

    @Test
    public void theDaemonReloadsItsConfiguration() throws Exception {
        assertEquals("RUNNING", connection.getAttribute(daemon, "State"));
        long revision = number(daemon, "ConfigRevision");

        connection.invoke(daemon, "reload", new Object[] {false}, new String[] {"boolean"});

        Await.until("a new revision is in force", () -> number(daemon, "ConfigRevision") >= revision);
        assertEquals("ACTIVE", connection.getAttribute(jail, "State"));
    }

    /** With the harmless value for every parameter but the address. */
    private void invoke(String operation, String address) throws Exception {
        for (MBeanOperationInfo info : connection.getMBeanInfo(jail).getOperations()) {
            if (info.getName().equals(operation)) {
                Object[] arguments = Arrays.stream(info.getSignature())
                        .map(parameter -> argument(parameter.getType(), parameter.getName(), address))
                        .toArray();
                String[] types = Arrays.stream(info.getSignature())
                        .map(parameter -> parameter.getType())
                        .toArray(String[]::new);
                connection.invoke(jail, operation, arguments, types);
                return;
            }
        }
        throw new AssertionError("no operation " + operation);
    }

    private static Object argument(String type, String name, String address) {
        return switch (type) {
            case "long" -> 0L;
            case "int" -> 0;
            case "boolean" -> true;
            default -> name.equals("address") ? address : "a test";
        };
    }

    private long number(ObjectName bean, String attribute) throws Exception {
        return ((Number) connection.getAttribute(bean, attribute)).longValue();
    }

    private static void awaitNotification(BlockingQueue<Notification> notifications, String type) throws Exception {
        Notification told = notifications.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertFalse("no notification " + type, told == null);
        assertEquals(type, told.getType());
        assertTrue(told.getMessage(), told.getMessage().contains("192.0.2.9"));
    }

    private static void assertDescribed(MBeanFeatureInfo feature) {
        String description = feature.getDescription();
        assertTrue(feature.getName() + ": " + description, description != null && description.contains(" "));
    }
}
