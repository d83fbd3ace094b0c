// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RecentList;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.RootScript;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The configuration of an installed fail2ban, as it is, with every jail enabled. */
@RequiresKernel
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Fail2banTreeIT {
    private static final Path INSTALLED = Path.of("/etc/fail2ban");
    private static final Pattern SECTION = Pattern.compile("(?m)^\\[([^]]+)]");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FEWEST_JAILS = 80;

    private Lab lab;

    @BeforeAll
    void build() throws Exception {
        Assertions.assertTrue(Files.isDirectory(INSTALLED), "install the Debian package fail2ban");
        lab = Lab.withoutList(Firewall.LEGACY, 0);
        lab.takeConfiguration(INSTALLED);
        Files.createDirectory(lab.file("logs"));
        lab.configure("jail.local", everyJail());
        RootScript.print(lab, Firewall.LEGACY).run();
        lab.daemon().start();
    }

    @AfterAll
    void tearDown() throws Exception {
        if (lab != null) {
            lab.daemon().stop();
            lab.close();
        }
    }

    /** All jails enabled, and each but sshd with a log that it has for itself. */
    private String everyJail() throws IOException {
        StringBuilder local = new StringBuilder("[DEFAULT]\nsshd_log = " + lab.log() + "\n");
        for (String jail : SECTION.matcher(Files.readString(INSTALLED.resolve("jail.conf")))
                .results()
                .map(section -> section.group(1))
                .filter(name -> !Set.of("INCLUDES", "DEFAULT").contains(name))
                .toList()) {
            local.append("[").append(jail).append("]\nenabled = true\n");
            if (jail.equals("dropbear")) {
                local.append("action = iptables-xt_recent-echo[name=drop]\n");
            }
            if (!jail.equals("sshd")) {
                Path log = Files.createFile(lab.file("logs").resolve(jail + ".log"));
                local.append("logpath = ").append(log).append("\n");
            }
        }
        return local.toString();
    }

    private Map<String, String> states() throws IOException, InterruptedException {
        Map<String, String> states = new TreeMap<>();
        Outcome outcome = lab.daemon().ask(Account.DAEMON, "status", "--json");
        for (JsonElement element :
                JsonParser.parseString(outcome.out()).getAsJsonObject().getAsJsonArray("jails")) {
            JsonObject jail = element.getAsJsonObject();
            String reason = jail.has("reason") ? jail.get("reason").getAsString() : "";
            states.put(jail.get("name").getAsString(), jail.get("state").getAsString() + " " + reason);
        }
        return states;
    }

    @Test
    void checkFindsNothingWrong() throws Exception {
        Outcome check = lab.daemon()
                .ask(Account.STRANGER, "check", "--etc", lab.file("bailiff/etc").toString());

        assertThat(check.exitCode()).as(check.out()).isZero();
        assertThat(check.out()).doesNotContain("error:");
        assertThat(check.out().lines()).hasSizeLessThan(20);
    }

    @Test
    void everyJailWorksAndAnAttackOnOneOfThemEndsInItsKernelList() throws Exception {
        Await.until("every jail is ACTIVE: " + states(), PATIENCE, () -> {
            Map<String, String> states = states();
            return states.size() > FEWEST_JAILS
                    && states.values().stream().allMatch(state -> state.startsWith("ACTIVE"));
        });

        lab.attacker().bruteForceUntilCutOff(Route.IPV4);

        assertThat(lab.list(RecentList.NAME).holds(Route.IPV4.attacker())).isTrue();
        assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isTrue();
        Privileges.assertNoneAreLeft(lab);
    }

    @Test
    void fail2bansOwnRecentListsAreKeptOneForEachFamily() throws Exception {
        lab.daemon().awaitState("dropbear", "ACTIVE");

        lab.daemon().ask(Account.DAEMON, "ban", "dropbear", "198.51.100.7", "2001:db8:f::7");

        assertThat(lab.list("f2b-drop").holds("198.51.100.7")).isTrue();
        assertThat(lab.list("f2b-drop").holds("2001:db8:f::7")).isFalse();
        assertThat(lab.list("f2b-drop6").holds("2001:db8:f::7")).isTrue();
        assertThat(lab.list("f2b-drop6").holds("198.51.100.7")).isFalse();
    }

    @Test
    void aReloadIsQuickAndTouchesOnlyWhatChanged() throws Exception {
        Outcome before = lab.daemon().ask(Account.DAEMON, "reload");
        assertThat(before.out()).contains("Nothing has changed");
        lab.configure("jail.d/one.local", "[nsd]\nmaxretry = 17\n");

        long start = System.nanoTime();
        Outcome reload = lab.daemon().ask(Account.DAEMON, "reload");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Daemon.PATIENCE);
        assertThat(reload.out()).contains("nsd").contains("17");
        assertThat(reload.out().lines().filter(line -> line.contains(" -> "))).hasSizeLessThan(3);
    }

    @Test
    void theRestOfTheTreeIsLeftAlone() {
        // fail2ban.conf is fail2ban's own, and there is no bailiff.conf.
        assertThat(lab.file("bailiff/etc/fail2ban.conf")).exists();
        assertThat(lab.file("bailiff/etc/bailiff.conf")).doesNotExist();
        assertThat(lab.daemon().process().isAlive()).isTrue();
    }

    @Test
    void aJailsOwnValuesAreInForce() throws Exception {
        Outcome config = lab.daemon().ask(Account.DAEMON, "config", "recidive");

        assertThat(config.out().lines().map(String::strip).toList())
                .containsAll(List.of("bantime = 1w", "findtime = 1d", "action = xt_recent"));
    }
}
