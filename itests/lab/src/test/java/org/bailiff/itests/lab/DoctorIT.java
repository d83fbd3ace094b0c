// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RecentList;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code bailiff doctor} finds on a real kernel, and that what it names as the mend mends it. */
@RequiresKernel
class DoctorIT {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final List<String> PROGRAMS =
            List.of("iptables-nft", "ip6tables-nft", "iptables-legacy", "ip6tables-legacy");
    private static final String RULE = "-m recent --name bailiff-sshd --rcheck --seconds " + RecentList.LEASE_SECONDS
            + " -m recent --name bailiff-sshd-hits --set -j DROP";

    private static final Visit ALL_IS_WELL = new Visit(OK, List.of());

    private static Lab lab;

    /** How it ended, and what it found, but for what is well. */
    private record Visit(int exitCode, List<JsonObject> findings) {
        List<String> sentences() {
            return findings.stream()
                    .map(finding ->
                            text(finding, "level") + " " + text(finding, "subject") + ": " + text(finding, "finding"))
                    .toList();
        }

        List<String> mends() {
            return findings.stream()
                    .map(finding -> text(finding, "mend"))
                    .distinct()
                    .toList();
        }

        private static String text(JsonObject finding, String name) {
            return finding.get(name).getAsString();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        lab = Lab.withoutList(Firewall.NFT, 600);
    }

    @AfterAll
    static void end() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void removeRules() throws Exception {
        for (String program : PROGRAMS) {
            lab.server().run(program, "-w", "-F");
        }
    }

    private static void rule(String program, String rule) throws Exception {
        lab.server().run(Stream.of((program + " -w " + rule).split(" ")).toArray(String[]::new));
    }

    private static void setUp(String variant) throws Exception {
        rule("iptables-" + variant, "-A INPUT " + RULE);
        rule("ip6tables-" + variant, "-A INPUT " + RULE);
        lab.list().giveTo(Account.DAEMON);
    }

    private static Visit visit(Account account, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("doctor", "--json"));
        words.addAll(List.of(options));
        Outcome outcome = lab.daemon().ask(account, words.toArray(String[]::new));
        assertThat(outcome.err()).isEmpty();
        List<JsonObject> findings = new ArrayList<>();
        for (JsonElement finding :
                JsonParser.parseString(outcome.out()).getAsJsonObject().getAsJsonArray("findings")) {
            if (!finding.getAsJsonObject().get("level").getAsString().equals("ok")) {
                findings.add(finding.getAsJsonObject());
            }
        }
        return new Visit(outcome.exitCode(), findings);
    }

    private static Visit rootsVisit() throws Exception {
        return visit(Account.ROOT, "--user", Integer.toString(Account.DAEMON.user()));
    }

    private static void mend(Visit visit) throws Exception {
        Path folder = lab.script("empty.sh", "").getParent();
        for (String command : visit.mends()) {
            lab.server()
                    .run(
                            "sh",
                            "-c",
                            "export IPTABLES=iptables-nft IP6TABLES=ip6tables-nft; cd " + folder + " && " + command);
        }
    }

    @Test
    void theDaemonsUserLearnsStepByStepWhatIsMissing() throws Exception {
        Visit nothing = visit(Account.DAEMON);
        assertThat(nothing.exitCode()).isEqualTo(FAILED);
        assertThat(nothing.sentences()).anySatisfy(sentence -> assertThat(sentence)
                .startsWith("wrong list bailiff-sshd of sshd: there is no such list"));

        lab.list().make();
        Visit notOurs = visit(Account.DAEMON);
        assertThat(notOurs.exitCode()).isEqualTo(FAILED);
        assertThat(notOurs.sentences()).anySatisfy(sentence -> assertThat(sentence)
                .startsWith("wrong list bailiff-sshd of sshd: user 23456 may not write it"));
        assertThat(notOurs.mends()).contains("chown 23456 /proc/self/net/xt_recent/bailiff-sshd");

        lab.list().giveTo(Account.DAEMON);
        Visit ours = visit(Account.DAEMON);
        assertThat(ours.exitCode()).isEqualTo(OK);
        assertThat(ours.sentences()).hasSize(1).allSatisfy(sentence -> assertThat(sentence)
                .startsWith("unknown firewall: only root sees"));
    }

    @Test
    void aMissingRuleForIpv6IsFoundAndMended() throws Exception {
        rule("iptables-legacy", "-A INPUT " + RULE);
        lab.list().giveTo(Account.DAEMON);

        Visit visit = rootsVisit();

        assertThat(visit.exitCode()).isEqualTo(FAILED);
        assertThat(visit.sentences())
                .containsExactly("wrong IPv6 rule for bailiff-sshd: it is missing: over IPv6 nobody is kept out");
        mend(visit);
        assertThat(rootsVisit()).isEqualTo(ALL_IS_WELL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nft | --rcheck --seconds 20 | -m conntrack --ctstate ESTABLISHED -j ACCEPT | 1 | connections that are open",
                "legacy | --rcheck --seconds 10 | -i lo -j ACCEPT | 1 | is let in until the ban is written again",
                "nft | --update --seconds 20 | -i lo -j ACCEPT | 0 | who keeps knocking stays banned"
            })
    void aRuleInTheWrongPlaceOrOfOtherWordsIsFoundAndMendedWithoutLosingABan(
            String variant, String words, String before, int exitCode, String sentence) throws Exception {
        setUp(variant);
        rule("iptables-" + variant, "-I INPUT " + before);
        rule("iptables-" + variant, "-A INPUT " + RULE.replace("--rcheck --seconds 20", words));
        rule("iptables-" + variant, "-D INPUT 2");
        write("+198.51.100.7");

        Visit visit = rootsVisit();

        assertThat(visit.exitCode()).as("%s", visit).isEqualTo(exitCode);
        assertThat(visit.sentences()).hasSize(1).allSatisfy(found -> assertThat(found)
                .contains("IPv4 rule for bailiff-sshd: ")
                .contains(sentence));
        mend(visit);
        assertThat(rootsVisit()).isEqualTo(ALL_IS_WELL);
        assertThat(lab.list().holds("198.51.100.7")).isTrue();
    }

    @Test
    void aListThatWasMadeByRestoredRulesIsFoundBlindForIpv6AndMended() throws Exception {
        setUp("nft");
        Path saved = lab.script("saved", lab.server().run("iptables-nft-save"));
        removeRules();
        lab.server().run("iptables-nft-restore", saved.toString());
        rule("ip6tables-nft", "-A INPUT " + RULE);
        lab.list().giveTo(Account.DAEMON);
        write("+" + Route.IPV6.attacker());
        assertThat(lab.attacker().connects(Route.IPV6)).isTrue();

        Visit visit = rootsVisit();

        assertThat(visit.exitCode()).isEqualTo(FAILED);
        assertThat(visit.sentences()).hasSize(1).allSatisfy(found -> assertThat(found)
                .contains("hides IPv6 senders"));
        mend(visit);
        write("+" + Route.IPV6.attacker());
        assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
        assertThat(rootsVisit()).isEqualTo(ALL_IS_WELL);
    }

    @Test
    void theSelfTestLeavesTheListAsItWas() throws Exception {
        setUp("nft");
        write("+198.51.100.7");
        write("+198.51.100.7");
        write("+2001:db8::7");
        List<String> before = lab.list().entries();

        Outcome outcome = lab.daemon().ask(Account.DAEMON, "doctor");

        assertThat(outcome.out())
                .contains("ok       self-test of bailiff-sshd: ")
                .contains("192.0.2.254 added");
        assertThat(lab.list().entries()).hasSize(2).isEqualTo(before);
    }

    @Test
    void aDaemonAtWorkIsSeenAndNotDisturbed() throws Exception {
        setUp("nft");
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
        lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.IPV4.attacker());

        Outcome outcome = lab.daemon().ask(Account.ROOT, "doctor");

        assertThat(outcome.out()).contains("ok       daemon: it runs, as user 23456");
        assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(OK);
        assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
        lab.daemon().stop();
    }

    private static void write(String change) throws IOException {
        Files.writeString(
                Path.of("/proc", Long.toString(lab.server().pid()), "net/xt_recent", RecentList.NAME), change);
    }
}
