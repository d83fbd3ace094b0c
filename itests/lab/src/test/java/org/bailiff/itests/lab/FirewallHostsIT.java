// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Background;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.FirewallDaemon;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.Published;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.RootScript;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bans stay in force where something else loads the firewall anew: real ufw, real firewalld, Docker's rules. */
@RequiresKernel
class FirewallHostsIT {
    private static final Firewall FIREWALL = Firewall.NFT;
    private static final String INSTALLED = "usr/local/sbin/bailiff-firewall";
    private static final String UNITS = "etc/systemd/system/";
    private static final String UFW_HOOK = "etc/ufw/after.init";
    private static final String MODULE_OPTIONS = "etc/modprobe.d/bailiff.conf";
    /** Stands in the list and is not Bailiff's: when it is gone, the list was made anew. */
    private static final String WITNESS = "198.51.100.77";

    private Lab lab;

    @BeforeEach
    void build() throws Exception {
        lab = Lab.withoutList(FIREWALL, 600);
        Path workspace = lab.folder("copies");
        lab.server().isolate("/etc", workspace);
        lab.server().isolate("/usr/local/sbin", workspace);
    }

    @AfterEach
    void tearDown() throws Exception {
        lab.close();
    }

    @Test
    void aBanSurvivesUfwReload() throws Exception {
        lab.server().run("ufw", "allow", "22/tcp");
        // With this ufw empties INPUT when it loads; without it our rules are not touched at all.
        lab.server().run("sed", "-i", "s/^MANAGE_BUILTINS=no/MANAGE_BUILTINS=yes/", "/etc/default/ufw");
        lab.server().run("ufw", "--force", "enable");
        String hook = read(UFW_HOOK);
        String before = files();
        RootScript script = RootScript.print(lab, FIREWALL);

        assertThat(script.run("install")).contains("found here: ufw", "/etc/ufw/after.init");
        assertThat(script.run("install", "quiet")).as("the second time").isEmpty();
        banBoth();
        lab.server().run("ufw", "reload");

        assertMadeAnewAndInForce();
        assertThat(script.rules("INPUT").get(1)).contains("--name bailiff-sshd ");
        assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isTrue();

        lab.daemon().stop();
        runInstalled("remove");
        assertThat(read(UFW_HOOK)).isEqualTo(hook);
        assertThat(files()).isEqualTo(before);
        assertThat(lab.list().exists()).isFalse();
    }

    @Test
    void aBanSurvivesTheReloadOfFirewalld() throws Exception {
        FirewallDaemon.start(lab.server(), lab.folder("firewalld"));
        String before = files();
        RootScript script = RootScript.print(lab, FIREWALL);

        assertThat(script.run("install")).contains("found here: firewalld", "bailiff-firewall-watch.service");
        lab.list().giveTo(Account.ROOT);
        startWatching();
        Await.until(
                "it watches, having looked", Daemon.PATIENCE, () -> lab.list().owner() == Account.DAEMON.user());
        banBoth();
        lab.server().run("firewall-cmd", "--reload");

        assertMadeAnewAndInForce();
        assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isTrue();

        lab.daemon().stop();
        runInstalled("remove");
        assertThat(files()).isEqualTo(before);
        assertThat(lab.list().exists()).isFalse();
    }

    @Test
    void aPublishedPortIsCoveredInDockersChainOnly() throws Exception {
        RootScript script = RootScript.print(lab, FIREWALL, "--docker");
        assertThat(script.run()).contains(FIREWALL.iptables() + " has no chain DOCKER-USER");
        try (Published published = Published.on(lab.server(), FIREWALL, lab.folder("container"))) {
            assertThat(lab.attacker().connects(Route.IPV4, Published.PORT)).isTrue();
            lab.list().write("+" + Route.IPV4.attacker());
            assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
            assertThat(lab.attacker().connects(Route.IPV4, Published.PORT))
                    .as("past INPUT")
                    .isTrue();

            assertThat(script.run()).contains("DOCKER-USER: put first");

            assertThat(lab.attacker().connects(Route.IPV4, Published.PORT)).isFalse();
            assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4, Published.PORT))
                    .isTrue();
            assertPortsAreThoseThatAreAskedFor();
            script.run("remove");
            assertThat(script.rules("DOCKER-USER")).containsExactly("-N DOCKER-USER", "-A DOCKER-USER -j RETURN");
            assertThat(RootScript.print(lab, FIREWALL).run()).contains("'bailiff firewall --docker' covers them");
        }
    }

    /** The container's port is another than the published one, and it is the latter that a jail knows. */
    private void assertPortsAreThoseThatAreAskedFor() throws Exception {
        lab.configureJail(600, 600, "", "port = " + Published.PORT);
        RootScript.print(lab, FIREWALL, "--docker", "--ports").run();
        assertThat(lab.attacker().connects(Route.IPV4, Published.PORT)).isFalse();
        assertThat(lab.attacker().connects(Route.IPV4)).isTrue();

        lab.configureJail(600, 600, "", "port = ssh");
        RootScript.print(lab, FIREWALL, "--docker", "--ports").run();
        assertThat(lab.attacker().connects(Route.IPV4, Published.PORT)).isTrue();
        assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
    }

    @Test
    void theModulesOptionsComeBeforeItIsLoadedAndAreAdviceAfterwards() throws Exception {
        lab.configureJail(600, 600, ", capacity=5000", "");
        RootScript script = RootScript.print(lab, FIREWALL);
        pretend("module", "100");
        assertThat(script.run())
                .contains("capacity is 5000", "kernel's command line")
                .doesNotContain("modprobe.d");
        assertThat(Files.exists(lab.server().file(MODULE_OPTIONS))).isFalse();

        Files.writeString(lab.server().file("sys/module/xt_recent/initstate"), "live");
        assertThat(script.run()).contains("capacity is 5000", MODULE_OPTIONS, "modprobe -r xt_recent");
        assertThat(script.run()).contains("capacity is 5000").doesNotContain(MODULE_OPTIONS + " is written");
        assertThat(read(MODULE_OPTIONS)).contains("options xt_recent ip_list_tot=5000\n");

        Files.delete(lab.server().file(MODULE_OPTIONS));
        lab.server().run("mount", "-t", "tmpfs", "tmpfs", "/sys/module");
        String loaded = "/sys/module/xt_recent/parameters";
        String modprobe =
                """
                #!/bin/sh
                mkdir -p %1$s && sed -n 's/.*ip_list_tot=//p' /%2$s > %1$s/ip_list_tot && echo 0 > %1$s/ip_pkt_list_tot
                """;
        Files.writeString(lab.server().file("usr/local/sbin/modprobe"), modprobe.formatted(loaded, MODULE_OPTIONS));
        lab.server().run("chmod", "755", "/usr/local/sbin/modprobe");
        assertThat(script.run()).contains(MODULE_OPTIONS).doesNotContain("capacity is");

        Files.delete(lab.server().file("usr/local/sbin/modprobe"));
        script.run("remove");
        assertThat(Files.exists(lab.server().file(MODULE_OPTIONS))).isFalse();
    }

    @Test
    void aNewScriptBringsTheInstalledOneUpToDate() throws Exception {
        RootScript.print(lab, FIREWALL).run("install");
        lab.server().run("systemd-analyze", "verify", "/" + UNITS + "bailiff-firewall.service");
        lab.server().run("systemd-analyze", "verify", "/" + UNITS + "bailiff-firewall.timer");
        lab.configureJail(600, 1234, "", "");
        RootScript script = RootScript.print(lab, FIREWALL);

        assertThat(script.run()).contains("brought up to date");

        runInstalled("apply");
        assertThat(script.rules("INPUT")).hasSize(2).last().asString().contains("--seconds 1234 ");
    }

    private void banBoth() throws Exception {
        lab.list().write("+" + WITNESS);
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
        lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.IPV4.attacker(), Route.IPV6.attacker());
        assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
        assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
    }

    private void assertMadeAnewAndInForce() throws Exception {
        Await.until(
                "the daemon has filled the list again",
                Daemon.PATIENCE,
                () -> lab.list().exists()
                        && lab.list().holds(Route.IPV4.attacker())
                        && lab.list().holds(Route.IPV6.attacker()));
        assertThat(lab.list().holds(WITNESS)).as("the list was never lost").isFalse();
        assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
        assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
    }

    /** As systemd would: with what the unit says. */
    private void startWatching() throws Exception {
        String unit = read(UNITS + "bailiff-firewall-watch.service");
        Background.start(
                lab.server(),
                List.of(value(unit, "ExecStart").split(" ")),
                Map.of(
                        "IPTABLES", FIREWALL.iptables(),
                        "IP6TABLES", FIREWALL.ip6tables()),
                lab.file("watch.out"));
        assertThat(value(unit, "Environment"))
                .isEqualTo("IPTABLES=" + FIREWALL.iptables() + " IP6TABLES=" + FIREWALL.ip6tables());
    }

    private static String value(String unit, String key) {
        return unit.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** Puts in front of the kernel's word on xt_recent another one, built in and with so many entries a list. */
    private void pretend(String name, String entries) throws Exception {
        Path module = lab.folder(name);
        Path parameters = Files.createDirectory(module.resolve("parameters"));
        Files.writeString(parameters.resolve("ip_list_tot"), entries);
        Files.writeString(parameters.resolve("ip_pkt_list_tot"), "0");
        lab.server().run("mount", "--bind", module.toString(), "/sys/module/xt_recent");
    }

    private void runInstalled(String word) throws Exception {
        Outcome outcome = FIREWALL.apply(lab.server(), Path.of("/" + INSTALLED), word);
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    }

    /** Everything that installing could have left, with mode, owner, size and where links lead. */
    private String files() throws IOException, InterruptedException {
        return lab.server()
                .run("find", "/etc", "/usr/local/sbin", "!", "-type", "d", "-printf", "%p %m %u %s %l\n")
                .lines()
                .sorted()
                .reduce("", (all, line) -> all + line + "\n");
    }

    private String read(String path) throws IOException {
        return Files.readString(lab.server().file(path));
    }
}
