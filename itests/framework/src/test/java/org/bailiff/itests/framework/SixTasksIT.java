// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.framework;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
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

/**
 * Six tasks, done by somebody who knows nothing but the names and descriptions that a JMX client lists. The words in
 * quotation marks are what they look for in that list; no other name is known to them.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SixTasksIT {
    private JMXConnectorServer server;
    private JMXConnector connector;
    private Newcomer newcomer;

    @Configuration
    public Option[] configuration() throws IOException {
        return new Option[] {
            Shipped.with(
                    """
                    [web]
                    enabled = true
                    filter = refusals
                    logpath = @HOME@/service.log
                    action = log
                    bantime = 10m
                    maxretry = 3
                    """)
        };
    }

    @Before
    public void connect() throws Exception {
        server = JMXConnectorServerFactory.newJMXConnectorServer(
                new JMXServiceURL("rmi", "127.0.0.1", 0), Map.of(), ManagementFactory.getPlatformMBeanServer());
        server.start();
        connector = JMXConnectorFactory.connect(server.getAddress());
        newcomer = new Newcomer(connector.getMBeanServerConnection());
        // Only so that the tests begin when the daemon is up; a newcomer would look again.
        ObjectName jail = new ObjectName("org.bailiff:type=Jail,name=\"web\"");
        Await.until(
                "the jail is at work",
                () -> connector.getMBeanServerConnection().isRegistered(jail)
                        && "ACTIVE".equals(connector.getMBeanServerConnection().getAttribute(jail, "State")));
        ObjectName sources = new ObjectName("org.bailiff:type=Source,*");
        Await.until("its log is listed", () -> !connector
                .getMBeanServerConnection()
                .queryNames(sources, null)
                .isEmpty());
    }

    @After
    public void disconnect() throws IOException {
        connector.close();
        server.stop();
    }

    @Test
    public void seesWhyAnAddressIsBanned() throws Exception {
        failFrom("203.0.113.1");

        String why = newcomer.operation("why an address is banned")
                .type("address", "203.0.113.1")
                .press();

        assertTrue(why, why.startsWith("web: 203.0.113.1 is banned since "));
        assertTrue(why, why.contains("refused 203.0.113.1"));
    }

    @Test
    public void releasesAnAddress() throws Exception {
        failFrom("203.0.113.2");

        String released = newcomer.operation("\"web\"", "ends the ban of an address")
                .type("address", "203.0.113.2")
                .press();

        assertTrue(released, released.contains("203.0.113.2"));
        assertTrue(why("203.0.113.2"), why("203.0.113.2").startsWith("web: 203.0.113.2 is not banned"));
    }

    @Test
    public void bansAnAddressForAnHour() throws Exception {
        newcomer.operation("\"web\"", "bans an address")
                .type("address", "203.0.113.3")
                .type("seconds", "3600")
                .press();

        String table = newcomer.operation("Daemon", "bans in force", "for people")
                .type("jail's name", "web")
                .press();
        assertTrue(table, table.contains("203.0.113.3"));
        assertTrue(why("203.0.113.3"), why("203.0.113.3").startsWith("web: 203.0.113.3 is banned since "));
    }

    @Test
    public void changesAJailsMaxRetry() throws Exception {
        newcomer.write("2", "\"web\"", "how many failures within find time ban");

        Await.until("it is changed", () -> newcomer.read("\"web\"", "how many failures within find time ban")
                .equals("2"));

        newcomer.operation("\"web\"", "takes an override back")
                .type("key", "maxretry")
                .press();
        Await.until("it is as it was", () -> newcomer.read("\"web\"", "how many failures within find time ban")
                .equals("3"));
    }

    @Test
    public void deploysAFilterAndRollsItBack() throws Exception {
        String line = "denied 203.0.113.5";
        assertTrue(verdict(line), verdict(line).contains("outcome: missed"));

        String deployed = newcomer.operation("puts a filter's definition in force")
                .type("filter's name", "refusals")
                .type("[Definition]", "[Definition]\\nfailregex = ^refused <HOST>$\\n            ^denied <HOST>$\\n")
                .type("only say", "false")
                .press();
        Await.until("a line that it adds is a failure", () -> verdict(line).contains("a failure of 203.0.113.5"));
        String origin = newcomer.read("Filter", "\"refusals\"", "where the definition in force comes from");

        String rolledBack = newcomer.operation("rolls a deployed filter back")
                .type("filter's name", "refusals")
                .type("only say", "false")
                .press();
        Await.until("it is none any more", () -> verdict(line).contains("outcome: missed"));

        assertTrue(deployed, deployed.contains("refusals"));
        assertTrue(origin, origin.contains("deployed"));
        assertTrue(rolledBack, rolledBack.contains("refusals"));
    }

    @Test
    public void isToldHowWhenAFieldIsLeftAsItWas() throws Exception {
        assertEquals(
                "'String' is not an address; e.g. 192.0.2.7 or 2001:db8::/64",
                newcomer.operation("\"web\"", "bans an address").pressInVain());
        String refused = newcomer.operation("puts a filter's definition in force")
                .type("filter's name", "refusals")
                .pressInVain();
        assertTrue(refused, refused.contains("base64:"));
    }

    private String why(String address) throws Exception {
        return newcomer.operation("why an address is banned")
                .type("address", address)
                .press();
    }

    private String verdict(String line) throws Exception {
        return newcomer.operation("\"web\"", "would make of a line")
                .type("whole line", line)
                .press();
    }

    /** As often as it takes, in the log that is listed. */
    private void failFrom(String address) throws Exception {
        Path log =
                Path.of(ObjectName.unquote(newcomer.bean("log that jails read").getKeyProperty("name")));
        Files.writeString(log, ("refused " + address + "\n").repeat(3), StandardOpenOption.APPEND);
        Await.until(address + " is banned", () -> why(address).contains(address + " is banned"));
    }
}
