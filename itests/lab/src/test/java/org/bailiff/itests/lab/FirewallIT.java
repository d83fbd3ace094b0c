// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.bailiff.itests.lab.world.SshServer;
import org.bailiff.itests.lab.world.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code bailiff firewall} prints is what root has to do, and all of it. */
@RequiresKernel
class FirewallIT {
    private static final String BANNED_IPV4 = "+" + Route.IPV4.attacker();
    private static final String BANNED_IPV6 = "+" + Route.IPV6.attacker();
    private static final int LEASE = 600;
    private static final String PORTS = "port = ssh,6000:6010";
    private static final int OTHER_PORT = 4242;

    private static final Map<Firewall, Lab> LABS = new EnumMap<>(Firewall.class);
    /** What was printed, by what was configured and asked for: it is the same in both labs. */
    private static final Map<List<String>, String> PRINTED = new HashMap<>();

    @BeforeAll
    static void build() throws Exception {
        for (Firewall firewall : Firewall.values()) {
            Lab lab = Lab.withoutList(firewall, LEASE);
            LABS.put(firewall, lab);
            lab.configureJail(LEASE, LEASE, "", "");
        }
    }

    @AfterAll
    static void tearDown() throws Exception {
        for (Lab lab : LABS.values()) {
            lab.close();
        }
    }

    @BeforeEach
    void forgetAllRules() throws Exception {
        for (Firewall firewall : Firewall.values()) {
            Lab lab = LABS.get(firewall);
            for (String program : List.of(firewall.iptables(), firewall.ip6tables())) {
                lab.server().run(program, "-w", "-F");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void withWhatItPrintsABanIsInForceAndWithItsInverseNothingIsLeft(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);
        print(firewall).run();
        lab.daemon().start();
        try {
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.IPV4.attacker(), Route.IPV6.attacker());
            assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
            assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
            assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isTrue();
        } finally {
            lab.daemon().stop();
        }

        RootScript inverse = print(firewall, "--remove");
        inverse.run();
        assertThat(lab.attacker().connects(Route.IPV4)).isTrue();
        assertThat(lab.attacker().connects(Route.IPV6)).isTrue();
        assertThat(lab.list().exists()).isFalse();
        assertThat(inverse.allRules()).doesNotContain("recent");
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void theSecondTimeNothingChanges(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);
        RootScript script = print(firewall, LEASE, "", PORTS, "--log", "--ports");
        assertThat(script.tryToRun("check").exitCode()).isEqualTo(1);
        assertThat(lab.list().exists()).as("made by looking").isFalse();
        script.run();
        lab.list().write(BANNED_IPV4);
        String rules = script.allRules();
        List<String> entries = lab.list().entries();

        String said = script.run("apply", "quiet");

        assertThat(said).isEmpty();
        assertThat(script.allRules()).isEqualTo(rules);
        assertThat(lab.list().entries()).isEqualTo(entries).isNotEmpty();
        assertThat(script.tryToRun("check").exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void otherSecondsReplaceTheRuleAndKeepWhatStandsInTheList(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);
        print(firewall, LEASE, "", "networkbans = yes").run();
        // No rule of the other family holds this one, so the kernel removes it as soon as it has no rule for a moment.
        RecentList ofOneFamily = lab.list(RecentList.NAME + "-net4");
        ofOneFamily.write("+198.51.100.0");
        lab.list().write(BANNED_IPV4);
        List<String> entries = lab.list().entries();

        RootScript script = print(firewall, 1234, "", "networkbans = yes");
        script.run();

        assertThat(script.allRules()).contains("--seconds 1234 ").doesNotContain("--seconds " + LEASE);
        assertThat(script.rules("INPUT")).hasSize(3);
        assertThat(lab.list().entries()).isEqualTo(entries);
        assertThat(ofOneFamily.holds("198.51.100.0")).isTrue();
        assertThat(ofOneFamily.owner()).isEqualTo(Account.DAEMON.user());
        script.run("remove");
        assertThat(lab.list().exists()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void aRuleBelowOneThatAcceptsIsMovedUp(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);
        RootScript script = print(firewall);
        script.run();
        lab.list().write(BANNED_IPV4);
        List<String> entries = lab.list().entries();
        lab.server().run(firewall.iptables(), "-w", "-I", "INPUT", "1", "-j", "ACCEPT");
        assertThat(lab.attacker().connects(Route.IPV4)).isTrue();

        assertThat(script.run()).contains(firewall.iptables() + " INPUT: moved up");

        assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
        assertThat(script.rules("INPUT")).hasSize(3).last().isEqualTo("-A INPUT -j ACCEPT");
        assertThat(lab.list().entries()).hasSameSizeAs(entries);
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void withPortsABannedAddressStillReachesTheOthersAndWithoutNone(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);
        print(firewall, LEASE, "", PORTS, "--ports").run();
        lab.list().write(BANNED_IPV4);

        assertThat(lab.attacker().isAnswered(Route.IPV4, SshServer.PORT)).isFalse();
        assertThat(lab.attacker().isAnswered(Route.IPV4, 6005)).isFalse();
        assertThat(lab.attacker().isAnswered(Route.IPV4, OTHER_PORT)).isTrue();

        print(firewall).run();
        assertThat(lab.attacker().isAnswered(Route.IPV4, OTHER_PORT)).isFalse();
        assertThat(lab.list().holds(Route.IPV4.attacker())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void withLogSomeOfWhatIsDroppedIsLogged(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);
        RootScript script = print(firewall, "--log");
        script.run();
        lab.list().write(BANNED_IPV4);

        lab.attacker().flood(Route.IPV4, 100);

        assertThat(script.rules("INPUT").get(1)).contains("-j LOG --log-prefix \"bailiff-sshd: \"");
        List<String> counted = lab.server()
                .run(firewall.iptables(), "-w", "-n", "-v", "-x", "-L", "INPUT")
                .lines()
                .skip(2)
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(Integer.parseInt(counted.get(0))).as("logged").isBetween(1, 20);
        assertThat(Integer.parseInt(counted.get(1))).as("dropped").isGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void everyListOfAJailIsInForceAndHandedOver(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);
        print(firewall, LEASE, ", lists=3", "networkbans = yes").run();

        int lists = 0;
        for (int number = 1; number <= 3; number++) {
            RecentList list = lab.list(RecentList.NAME + "-" + number);
            assertThat(list.owner()).isEqualTo(Account.DAEMON.user());
            list.write(BANNED_IPV6);
            lists += lab.attacker().connects(Route.IPV6) ? 0 : 1;
            list.write("-" + Route.IPV6.attacker());
        }
        assertThat(lists).as("lists that are asked for one address").isEqualTo(1);
        RecentList networks = lab.list(RecentList.NAME + "-net4");
        assertThat(networks.owner()).isEqualTo(Account.DAEMON.user());
        networks.write("+192.0.2.0");
        assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isFalse();
        assertThat(lab.list(RecentList.NAME + "-net4-hits").holds("192.0.2.0")).isTrue();
        assertThat(lab.attacker().connects(Route.BYSTANDER_IPV6)).isTrue();
        lab.list(RecentList.NAME + "-net6").write("+2001:db8::");
        assertThat(lab.attacker().connects(Route.BYSTANDER_IPV6)).isFalse();
        assertThat(lab.list(RecentList.NAME + "-net6-hits").holds("2001:db8::")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void listsThatRestoredRulesMadeBlindForIpv6AreMadeAnew(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);
        RootScript script = print(firewall);
        script.run();
        saveFlushAndRestore(lab, firewall);
        lab.list().write(BANNED_IPV6);
        assertThat(lab.attacker().connects(Route.IPV6)).as("the trap").isTrue();

        assertThat(script.run()).contains("made anew");

        lab.list().write(BANNED_IPV6);
        assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
        assertThat(script.run("apply", "quiet")).isEmpty();
    }

    @Test
    void aUserWhoDoesNotExistIsRefusedBeforeAnythingChanges() throws Exception {
        Lab lab = LABS.get(Firewall.NFT);
        RootScript script = print(Firewall.NFT, "--user", "bailiff-nobody");

        Outcome outcome = script.tryToRun();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("useradd --system bailiff-nobody");
        assertThat(script.allRules()).doesNotContain("recent");
    }

    @Test
    void aPortThatTheHostDoesNotKnowChangesNothing() throws Exception {
        Lab lab = LABS.get(Firewall.NFT);
        print(Firewall.NFT).run();
        lab.list().write(BANNED_IPV4);
        RootScript script = print(Firewall.NFT, LEASE, "", "port = no-such-service", "--ports");
        String rules = script.allRules();

        Outcome outcome = script.tryToRun();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("no-such-service").contains("they are as they were");
        assertThat(script.allRules()).isEqualTo(rules);
        assertThat(lab.list().holds(Route.IPV4.attacker())).isTrue();
    }

    @Test
    void theScriptHasNothingThatShellcheckWouldNotLike() throws Exception {
        RootScript script = print(Firewall.NFT, LEASE, "", PORTS, "--log", "--ports");

        Outcome outcome = Tool.run(List.of("shellcheck", script.file().toString()));

        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    }

    private static RootScript print(Firewall firewall, String... options) throws Exception {
        return print(firewall, LEASE, "", "", options);
    }

    private static RootScript print(Firewall firewall, int lease, String parameters, String settings, String... options)
            throws Exception {
        Lab lab = LABS.get(firewall);
        List<String> key = List.of(String.valueOf(lease), parameters, settings, Arrays.toString(options));
        if (!PRINTED.containsKey(key)) {
            lab.configureJail(LEASE, lease, parameters, settings);
            PRINTED.put(key, lab.daemon().firewallScript(options));
            lab.configureJail(LEASE, LEASE, "", "");
        }
        return new RootScript(lab, firewall, PRINTED.get(key));
    }

    private static void saveFlushAndRestore(Lab lab, Firewall firewall) throws Exception {
        for (String program : List.of(firewall.iptables(), firewall.ip6tables())) {
            lab.script(program + ".rules", lab.server().run(program + "-save"));
            lab.server().run(program, "-w", "-F");
        }
        Await.until("the list is gone", Daemon.PATIENCE, () -> !lab.list().exists());
        for (String program : List.of(firewall.iptables(), firewall.ip6tables())) {
            lab.server().run(program + "-restore", lab.file(program + ".rules").toString());
        }
    }
}
