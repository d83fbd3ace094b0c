// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.framework;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.bailiff.api.Ban;
import org.bailiff.api.BanTime;
import org.bailiff.api.Caller;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.Role;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.BanReport;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.Jails;
import org.bailiff.text.Network;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** Jails as they are configured, wait, and are changed while they ban; each test has a jail of its own. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class JailsIT {
    private static final Caller ADMINISTRATOR = new Caller("tester", "local", Role.ADMINISTRATOR);

    @Inject
    private BundleContext context;

    @Inject
    private Jails jails;

    @Inject
    private Settings settings;

    @Configuration
    public Option[] configuration() throws IOException {
        return new Option[] {
            Shipped.with(
                    """
                    [DEFAULT]
                    enabled = true
                    logpath = @HOME@/service.log
                    action = log
                    maxretry = 2
                    bantime = 10m

                    [lonely]
                    filter = nobody-wrote-it

                    [set]
                    filter = refusals

                    [reloaded]
                    filter = refusals

                    [counting]
                    filter = refusals
                    """)
        };
    }

    @Test
    public void aJailWithoutItsFilterWaitsAndSaysSoUntilTheFilterIsThere() throws Exception {
        awaitState("lonely", JailState.WAITING);
        assertTrue(jail("lonely").status().reason().contains("nobody-wrote-it"));

        Path folder = Path.of(context.getProperty(FrameworkProperties.ETC), "filter.d");
        Path written = Files.writeString(folder.resolve(".written"), Shipped.FILTER);
        Files.move(written, folder.resolve("nobody-wrote-it.conf"), StandardCopyOption.ATOMIC_MOVE);

        awaitState("lonely", JailState.ACTIVE);
        assertEquals("", jail("lonely").status().reason());
    }

    @Test
    public void aChangedSettingTakesEffectAndEndsNoBan() throws Exception {
        awaitState("set", JailState.ACTIVE);
        Ban before = ban("set", "192.0.2.7").ban().orElseThrow();

        settings.set("set", "bantime", "3h", ADMINISTRATOR);

        Await.until(
                "the ban time is changed",
                () -> jail("set").status().banTime().equals(BanTime.of(Duration.ofHours(3))));
        assertTrue(jail("set").bans().contains(before));
        assertEquals(JailState.ACTIVE, jail("set").status().state());
    }

    @Test
    public void aReloadedFileTakesEffectAndEndsNoBan() throws Exception {
        awaitState("reloaded", JailState.ACTIVE);
        Ban before = ban("reloaded", "2001:db8::7").ban().orElseThrow();
        Path etc = Path.of(context.getProperty(FrameworkProperties.ETC));

        Files.writeString(etc.resolve("jail.local"), "[reloaded]\nmaxretry = 9\n");
        assertTrue(settings.reload(false, ADMINISTRATOR).applied());

        Await.until("max retry is changed", () -> jail("reloaded").status().maxRetry() == 9);
        assertTrue(jail("reloaded").bans().contains(before));
    }

    @Test
    public void linesOfALogBecomeABan() throws Exception {
        awaitState("counting", JailState.ACTIVE);
        Path log = Path.of(context.getProperty(FrameworkProperties.HOME), "service.log");

        Files.writeString(log, "refused 192.0.2.8\nrefused 192.0.2.8\n", StandardOpenOption.APPEND);

        Await.until("the address is banned", () -> jail("counting").bans().stream()
                .anyMatch(ban -> ban.target().equals(Network.parse("192.0.2.8"))));
    }

    private BanReport ban(String name, String address) {
        BanReport report = jail(name)
                .ban(new BanRequest(Network.parse(address), Optional.empty(), "a test", false), ADMINISTRATOR);
        assertTrue(report.sentence(), report.changed());
        return report;
    }

    private Jail jail(String name) {
        return jails.find(name).orElseThrow(() -> new AssertionError("there is no jail " + name));
    }

    private void awaitState(String name, JailState state) throws Exception {
        Await.until(
                name + " is " + state,
                () -> jails.find(name)
                        .filter(jail -> jail.status().state() == state)
                        .isPresent(),
                () -> jails.find(name).map(Jail::status));
    }
}
