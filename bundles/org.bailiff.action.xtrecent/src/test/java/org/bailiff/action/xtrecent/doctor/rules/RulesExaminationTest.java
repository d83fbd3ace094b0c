// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.action.xtrecent.doctor.Finding;
import org.bailiff.action.xtrecent.doctor.Finding.Level;
import org.bailiff.action.xtrecent.list.ListSettings;
import org.bailiff.action.xtrecent.list.RecentSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesExaminationTest {
    private static final String HITS =
            " -m recent --set --name bailiff-sshd-hits --mask 255.255.255.255 --rsource -j DROP";
    private static final String GOOD =
            "-m recent --rcheck --seconds 3600 --name bailiff-sshd --mask 255.255.255.255 --rsource" + HITS;
    private static final String RECOMMENDED = "-m recent --name bailiff-sshd --rcheck --seconds 3600"
            + " -m recent --name bailiff-sshd-hits --set -j DROP";
    private static final String ESTABLISHED = "-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT";

    private final Map<String, String> programs = new HashMap<>();
    private List<ListSettings> lists = lists(false);
    /** The rule that the kernel has as it is printed. */
    private String asPrinted = "";

    private static List<ListSettings> lists(boolean networks) {
        return RecentSettings.of("sshd", Map.of(), networks).all();
    }

    /** What a program prints: rules in the filter table, each behind its chain, in the order given. */
    private void prints(String program, String... rules) {
        StringBuilder text = new StringBuilder("# Generated\n*filter\n:INPUT ACCEPT [0:0]\n");
        for (String rule : rules) {
            text.append("-A ").append(rule).append('\n');
        }
        programs.put(program, text + "COMMIT\n# Completed\n");
    }

    private List<Finding> findings(boolean ipv6) {
        return new RulesExamination(lists, ipv6, this::output, "all anew").findings();
    }

    private Optional<String> output(String program, List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            return Optional.ofNullable(programs.get(program));
        }
        if (String.join(" ", arguments).equals(asPrinted)) {
            return Optional.of("");
        }
        throw new IOException("iptables: Bad rule");
    }

    private List<Finding> ofIpv4(String... rules) {
        prints("iptables-nft-save", rules);
        return findings(false);
    }

    private static void isWell(List<Finding> findings) {
        assertThat(findings).extracting(Finding::level).containsOnly(Level.OK);
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void theRecommendedRuleIsWell() {
        List<Finding> findings = ofIpv4("INPUT " + GOOD, "INPUT " + ESTABLISHED);

        isWell(findings);
        assertThat(only(findings).evidence()).isEqualTo("iptables-nft INPUT 1: " + GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-nft", "-legacy", ""})
    void itIsFoundWhateverStandsBehindIptables(String variant) {
        prints("iptables" + variant + "-save", "INPUT " + GOOD);

        isWell(findings(false));
    }

    @Test
    void aMissingRuleIsMadeWithWhatTheOtherFamilyUses() {
        prints("iptables-legacy-save", "INPUT " + GOOD);
        prints("ip6tables-legacy-save");
        prints("iptables-nft-save");
        prints("ip6tables-nft-save", "INPUT -i lo -j ACCEPT");

        Finding missing =
                findings(true).stream().filter(Finding::isWrong).findFirst().orElseThrow();

        assertThat(missing.level()).isEqualTo(Level.WRONG);
        assertThat(missing.subject()).isEqualTo("IPv6 rule for bailiff-sshd");
        assertThat(missing.mend()).isEqualTo("ip6tables-legacy -w -I INPUT 1 " + RECOMMENDED);
    }

    @Test
    void whereThereIsNoIpv6ThereNeedsNoRuleForIt() {
        isWell(ofIpv4("INPUT " + GOOD));
    }

    @Test
    void anAcceptOfOpenConnectionsBeforeItIsNamedWithItsPlace() {
        Finding late = only(ofIpv4("INPUT -i lo -j ACCEPT", "INPUT " + ESTABLISHED, "INPUT " + GOOD));

        assertThat(late.level()).isEqualTo(Level.WRONG);
        assertThat(late.finding()).contains("goes on with the connections that are open");
        assertThat(late.evidence()).isEqualTo("INPUT 2: " + ESTABLISHED + "; the list's rule is INPUT 3");
        assertThat(late.mend()).isEqualTo("iptables-nft -w -I INPUT 1 " + RECOMMENDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-i lo -j ACCEPT | OK",
                "! -i lo -j ACCEPT | WRONG",
                "-j ACCEPT | WRONG",
                "-p tcp -m tcp --dport 22 -j ACCEPT | WRONG",
                "-m comment --comment \"x -i lo\" -j ACCEPT | WRONG",
                "-j RETURN | WRONG",
                "-p tcp -g OTHER | WRONG",
                "-s 198.51.100.7/32 -j ACCEPT | WARNING",
                "! -s 198.51.100.7/32 -j ACCEPT | WRONG",
                "-p icmp -j ACCEPT | WARNING",
                "-m set --match-set friends src -j ACCEPT | WARNING",
                "-j LOG --log-prefix ACCEPT | OK",
                "-p tcp -j DROP | OK",
                "-j OTHER | OK"
            })
    void whatStandsBeforeItMatters(String before, Level level) {
        List<Finding> findings = ofIpv4("INPUT " + before, "INPUT " + GOOD, "OTHER -p udp -j RETURN");

        assertThat(only(findings).level()).isEqualTo(level);
    }

    @Test
    void anAcceptInAChainThatIsJumpedToBeforeItCounts() {
        List<Finding> findings =
                ofIpv4("INPUT -j ufw-before-input", "INPUT " + GOOD, "ufw-before-input " + ESTABLISHED);

        assertThat(only(findings).evidence()).startsWith("ufw-before-input 1: ");
    }

    @Test
    void anAcceptBelowItOrInAnotherTableOrProgramDoesNot() {
        prints("iptables-legacy-save", "INPUT -j ACCEPT");
        programs.put(
                "iptables-nft-save",
                "*filter\n-A INPUT " + GOOD + "\n-A INPUT -j ACCEPT\nCOMMIT\n"
                        + "*mangle\n-A INPUT -j ACCEPT\nCOMMIT\n");

        List<Finding> findings = findings(false);

        assertThat(findings).extracting(Finding::level).containsExactly(Level.WARNING, Level.OK);
        assertThat(findings.get(0).evidence()).isEqualTo("iptables-legacy, iptables-nft have rules");
    }

    @Test
    void aRuleInAChainOfItsOwnIsWellIfThatIsAlwaysJumpedTo() {
        isWell(ofIpv4("INPUT -j OURS", "INPUT " + ESTABLISHED, "OURS " + GOOD));
    }

    @Test
    void aRuleThatNothingLeadsToIsShown() {
        Finding aside = only(ofIpv4("INPUT " + ESTABLISHED, "OURS " + GOOD));

        assertThat(aside.level()).isEqualTo(Level.WRONG);
        assertThat(aside.evidence()).isEqualTo("OURS 1: " + GOOD);
    }

    @Test
    void aRuleForSomePacketsIsReplacedInAnOrderThatKeepsTheList() {
        Finding limited = only(ofIpv4("INPUT -p tcp -m multiport --dports 22 -j OURS", "OURS " + GOOD));

        assertThat(limited.level()).isEqualTo(Level.WARNING);
        assertThat(limited.finding()).endsWith("-p tcp -m multiport --dports 22");
        assertThat(limited.mend())
                .isEqualTo("iptables-nft -w -I INPUT 1 " + RECOMMENDED + " && { iptables-nft -w -D OURS "
                        + GOOD.replace(" --mask 255.255.255.255", "") + " 2> /dev/null || iptables-nft -w -D OURS "
                        + GOOD
                        + "; }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rcheck --seconds 1800 | WRONG | is let in until",
                "--rcheck --seconds 1801 | WARNING | little time",
                "--rcheck --seconds 3601 | WARNING | outlive",
                "--rcheck | WARNING | no --seconds: bans outlive",
                "--update --seconds 3600 | WARNING | --update",
                "--rcheck --seconds 3600 --reap | WARNING | --reap",
                "--rcheck --seconds 3600 --hitcount 3 | WRONG | 3 stamps",
                "--rcheck --seconds 3600 --rttl | WRONG | --rttl",
                "! --rcheck --seconds 3600 | WRONG | everybody but"
            })
    void itsWordsMatter(String words, Level level, String sentence) {
        Finding finding = only(
                ofIpv4("INPUT -m recent " + words + " --name bailiff-sshd --mask 255.255.255.255 --rsource" + HITS));

        assertThat(finding.level()).isEqualTo(level);
        assertThat(finding.finding()).contains(sentence);
        assertThat(finding.mend()).startsWith("iptables-nft -w -I INPUT 1 " + RECOMMENDED + " && ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"255.255.255.255 --rdest", "255.255.255.0 --rsource"})
    void soDoWhoseAddressItIsAndHowMuchOfIt(String end) {
        String rule = "INPUT -m recent --rcheck --seconds 3600 --name bailiff-sshd --mask " + end + HITS;

        assertThat(only(ofIpv4(rule)).level()).isEqualTo(Level.WRONG);
    }

    @Test
    void withoutAListOfHitsThereIsNoProof() {
        Finding finding = only(ofIpv4("INPUT -m recent --rcheck --seconds 3600 --name bailiff-sshd -j DROP"));

        assertThat(finding.level()).isEqualTo(Level.WARNING);
        assertThat(finding.finding()).contains("no ban can be proved");
    }

    @Test
    void aRejectAndAChainThatDropsInTheEndAreAsGood() {
        isWell(ofIpv4("INPUT " + GOOD.replace("-j DROP", "-j REJECT --reject-with icmp-port-unreachable")));
        isWell(ofIpv4("INPUT " + GOOD.replace("-j DROP", "-j BANNED"), "BANNED -j LOG", "BANNED -j DROP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-j LOG", "-j MARKED", ""})
    void aRuleThatDropsNobodyIsNone(String target) {
        List<Finding> findings = ofIpv4(
                "INPUT -m recent --rcheck --seconds 3600 --name bailiff-sshd " + target, "MARKED -p tcp -j DROP");

        assertThat(only(findings).finding()).contains("or it drops none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-m recent --set --name bailiff-sshd",
                "-p tcp -m recent --remove --name bailiff-sshd -j ACCEPT",
                "-m recent --rcheck --name bailiff-sshd -j ACCEPT"
            })
    void aRuleThatTurnsTheListIntoSomethingElseIsToBeDeleted(String rule) {
        List<Finding> findings = ofIpv4("INPUT " + GOOD, "INPUT " + rule);

        assertThat(findings).extracting(Finding::level).containsExactly(Level.OK, Level.WRONG);
        assertThat(findings.get(1).mend()).isEqualTo("iptables-nft -w -D INPUT " + rule);
    }

    @Test
    void theBestOfSeveralRulesCounts() {
        isWell(ofIpv4("INPUT -m recent --update --seconds 9 --name bailiff-sshd -j REJECT", "INPUT " + GOOD));
    }

    @Test
    void dockersChainNeedsOneToo() {
        String[] without = {"INPUT " + GOOD, "FORWARD -j DOCKER-USER", "DOCKER-USER -j RETURN"};
        String[] with = {"INPUT " + GOOD, "FORWARD -j DOCKER-USER", "DOCKER-USER " + GOOD};

        List<Finding> findings = ofIpv4(without);
        assertThat(findings).extracting(Finding::level).containsExactly(Level.OK, Level.WARNING);
        assertThat(findings.get(1).mend()).isEqualTo("iptables-nft -w -I DOCKER-USER 1 " + RECOMMENDED);
        isWell(ofIpv4(with));
    }

    @Test
    void beforeAllRoutingOneRuleIsEnoughForBoth() {
        programs.put("iptables-nft-save", "*raw\n-A PREROUTING " + GOOD + "\nCOMMIT\n*filter\n:DOCKER-USER - [0:0]\n");

        isWell(findings(false));
    }

    @Test
    void networksHaveAMaskAndARuleInTheirFamilyOnly() {
        lists = lists(true);
        prints("iptables-nft-save", "INPUT " + GOOD);
        prints("ip6tables-nft-save");

        List<Finding> findings = findings(true);

        assertThat(findings)
                .filteredOn(finding -> finding.subject().equals("IPv4 rule for bailiff-sshd-net4"))
                .extracting(Finding::mend)
                .containsExactly(
                        "iptables-nft -w -I INPUT 1 -m recent --name bailiff-sshd-net4 --mask 255.255.255.0"
                                + " --rcheck --seconds 3600 -m recent --name bailiff-sshd-net4-hits --mask 255.255.255.0 --set -j DROP");
        assertThat(findings).extracting(Finding::subject).doesNotContain("IPv6 rule for bailiff-sshd-net4");
    }

    @ParameterizedTest
    @EnumSource(names = "UNNAMED", mode = EnumSource.Mode.EXCLUDE)
    void whatTheProgramsReallyPrintIsUnderstood(Variant variant) throws IOException {
        lists = lists(true);
        for (Family family : Family.values()) {
            programs.put(variant.saveProgram(family), RulesetTest.text(family, variant));
        }

        List<Finding> findings = findings(true);

        assertThat(findings)
                .filteredOn(finding -> finding.level() == Level.OK)
                .extracting(Finding::subject)
                .containsExactly(
                        "IPv4 rule for bailiff-sshd", "IPv6 rule for bailiff-sshd", "IPv6 rule for bailiff-sshd-net6");
        assertThat(findings)
                .filteredOn(Finding::isWrong)
                .extracting(Finding::subject)
                .containsExactly("IPv4 rule for bailiff-sshd-net4");
    }

    /** As they print for two lists, the first of which has the even addresses. */
    private static String[] ofTwoLists(String... groups) {
        String first = GOOD.replace("bailiff-sshd", "bailiff-sshd-1");
        return Arrays.stream(groups)
                .map(group -> "INPUT -s " + group + " " + first)
                .toArray(String[]::new);
    }

    private List<Finding> ofTheFirst(String... rules) {
        lists = RecentSettings.of("sshd", Map.of("lists", "2"), false).all().subList(0, 1);
        return ofIpv4(rules);
    }

    @Test
    void ofSeveralListsEachAsksForItsOwnSenders() {
        isWell(ofTheFirst(ofTwoLists("0.0.0.0/0.0.0.1")));
        isWell(ofTheFirst("INPUT " + GOOD.replace("bailiff-sshd", "bailiff-sshd-1")));
    }

    @Test
    void theSendersOfAnotherListAreNotItsOwn() {
        Finding finding = only(ofTheFirst(ofTwoLists("0.0.0.1/0.0.0.1")));

        assertThat(finding.finding()).endsWith("-s 0.0.0.1/0.0.0.1");
        assertThat(finding.mend()).isEqualTo("all anew");
    }

    @Test
    void aGroupOfSendersWithoutARuleIsNamed() {
        lists = RecentSettings.of("sshd", Map.of("lists", "3"), false).all().subList(0, 1);
        String[] groups = lists.get(0).slice().sources(false).toArray(String[]::new);
        isWell(ofIpv4(ofTwoLists(groups)));

        Finding finding = only(ofIpv4(ofTwoLists(Arrays.copyOf(groups, groups.length - 1))));

        assertThat(finding.level()).isEqualTo(Level.WRONG);
        assertThat(finding.evidence()).isEqualTo(groups[groups.length - 1]);
    }

    @Test
    void ofSeveralGroupsTheOneThatFaresWorstIsShown() {
        lists = RecentSettings.of("sshd", Map.of("lists", "3"), false).all().subList(0, 1);
        String[] rules = ofTwoLists(lists.get(0).slice().sources(false).toArray(String[]::new));
        rules[1] = rules[1].replace("--seconds 3600", "--seconds 60");

        assertThat(only(ofIpv4(rules)).evidence()).startsWith("INPUT 2: ");
    }

    @Test
    void aRuleThatSettingUpDoesNotKnowIsDeletedBesides() {
        String[] rules = ofTwoLists("0.0.0.0/0.0.0.1");
        rules[0] = rules[0].replace("--rcheck", "--update");

        assertThat(only(ofTheFirst(rules)).mend())
                .startsWith("all anew && { iptables-nft -w -D INPUT -s 0.0.0.0/0.0.0.1");
    }

    @Test
    void aListThatARestoredRuleMadeIsBlindForIpv6() {
        prints("iptables-nft-save", "INPUT " + GOOD);
        prints(
                "ip6tables-nft-save",
                "INPUT "
                        + GOOD.replace(
                                "255.255.255.255", Family.IPV6.mask(lists.get(0).kind())));
        isWell(findings(true));

        asPrinted = "-w -t filter -C INPUT " + GOOD;

        assertThat(findings(true)).extracting(Finding::level).containsExactly(Level.OK, Level.OK, Level.WRONG);
        assertThat(findings(true).get(2).mend()).isEqualTo("all anew");
        isWell(findings(false));
    }

    @Test
    void withoutAnyProgramNothingIsKnown() {
        assertThat(findings(false)).extracting(Finding::level).containsOnly(Level.UNKNOWN);
    }

    @Test
    void whatFailsIsSaidAndNothingIsCalledMissing() {
        List<Finding> findings = new RulesExamination(
                        lists,
                        false,
                        (program, arguments) -> {
                            throw new IOException("ended with 4: no right");
                        },
                        "all anew")
                .findings();

        assertThat(findings).extracting(Finding::level).containsOnly(Level.UNKNOWN);
        assertThat(findings.get(0).evidence()).isEqualTo("ended with 4: no right");
    }
}
