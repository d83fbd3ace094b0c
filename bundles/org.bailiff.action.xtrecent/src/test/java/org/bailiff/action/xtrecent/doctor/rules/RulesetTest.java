// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On what both programs really print for the same rules. */
class RulesetTest {
    private static final ChainName INPUT = ChainName.filter("INPUT");

    private static Ruleset printed(Family family, Variant variant) throws IOException {
        return Ruleset.parse(family, variant, text(family, variant));
    }

    static String text(Family family, Variant variant) throws IOException {
        try (InputStream file = RulesetTest.class.getResourceAsStream(variant.saveProgram(family) + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UNNAMED", mode = EnumSource.Mode.EXCLUDE)
    void everyChainHasItsRulesInOrder(Variant variant) throws IOException {
        Ruleset rules = printed(Family.IPV4, variant);

        assertThat(rules.complete()).isTrue();
        assertThat(rules.chain(INPUT)).extracting(Rule::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(rules.chain(INPUT))
                .extracting(Rule::target)
                .containsExactly(
                        "f2b-sshd", "ACCEPT", "OURS", "ACCEPT", "LOG", "ACCEPT", "REJECT", "DROP", "OURS", "REJECT");
        assertThat(rules.chain(new ChainName("nat", "PREROUTING"))).hasSize(1);
        assertThat(rules.hasChain(ChainName.filter("DOCKER-USER"))).isTrue();
        assertThat(rules.chain(ChainName.filter("DOCKER-USER"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "UNNAMED", mode = EnumSource.Mode.EXCLUDE)
    void aRuleTellsItsLists(Variant variant) throws IOException {
        Ruleset rules = printed(Family.IPV4, variant);

        List<RecentMatch> ours = rules.chain(ChainName.filter("OURS")).get(0).recents();
        assertThat(ours).extracting(RecentMatch::list).containsExactly("bailiff-sshd", "bailiff-sshd-hits");
        assertThat(ours).extracting(RecentMatch::mode).containsExactly(RecentMatch.Mode.CHECK, RecentMatch.Mode.SET);
        assertThat(ours.get(0).seconds()).hasValue(3600);
        assertThat(ours.get(0).mask()).isEqualTo("255.255.255.255");
        RecentMatch other = rules.chain(INPUT).get(6).recents().get(0);
        assertThat(other.mode()).isEqualTo(RecentMatch.Mode.UPDATE);
        assertThat(other.hits()).isEqualTo(3);
        assertThat(other.has("--rttl")).isTrue();
        RecentMatch spaced = rules.chain(INPUT).get(7).recents().get(0);
        assertThat(spaced.list()).isEqualTo("with space");
        assertThat(spaced.has("--rdest")).isTrue();
        assertThat(rules.chain(INPUT).get(9).recents().get(0).isNegated()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "UNNAMED", mode = EnumSource.Mode.EXCLUDE)
    void whatACommentSaysIsNoRule(Variant variant) throws IOException {
        Ruleset rules = printed(Family.IPV4, variant);

        Rule quoted = rules.chain(INPUT).get(3);
        assertThat(quoted.recents()).isEmpty();
        assertThat(quoted.limits()).extracting(Option::toString).containsExactly("-p tcp", "-m tcp", "--dport 80");
        assertThat(quoted.options())
                .filteredOn(option -> option.is("--comment"))
                .extracting(Option::value)
                .containsExactly("a b -m recent --rcheck --name bailiff-sshd -j ACCEPT \"q\" \\ x");
        Rule bare = rules.chain(INPUT).get(4);
        assertThat(bare.target()).isEqualTo("LOG");
        assertThat(bare.limits()).isEmpty();
    }

    @Test
    void aTableThatOnlyNftShowsIsNotAllThereIs() {
        String text = "# Table `filter' is incompatible, use 'nft' tool.\n";

        assertThat(Ruleset.parse(Family.IPV4, Variant.NFT, text).complete()).isFalse();
    }

    @Test
    void chainsThatJumpToEachOtherEnd() {
        String text = "*filter\n:INPUT ACCEPT [0:0]\n:A - [0:0]\n-A INPUT -j A\n-A A -j A\n-A A -j INPUT\nCOMMIT\n";

        List<Step> way = Way.from(INPUT, Ruleset.parse(Family.IPV4, Variant.NFT, text));

        assertThat(way)
                .extracting(Step::rule)
                .extracting(Rule::toString)
                .containsExactly("INPUT 1: -j A", "A 1: -j A", "A 2: -j INPUT");
    }

    @Test
    void chainsThatBranchManyTimesOverAreFollowedOnlySoFar() {
        StringBuilder text = new StringBuilder("*filter\n-A INPUT -j C0\n");
        for (int level = 0; level < 40; level++) {
            String jump = "-A C" + level + " -j C" + (level + 1) + "\n";
            text.append(jump).append(jump);
        }

        assertThat(Way.from(INPUT, Ruleset.parse(Family.IPV4, Variant.NFT, text.toString())))
                .hasSize(100_000);
    }
}
