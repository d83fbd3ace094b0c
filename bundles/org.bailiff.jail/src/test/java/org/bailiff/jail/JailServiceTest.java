// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.BanTime;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.action.Proof;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.jail.BanReport;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.api.store.JailRecord;
import org.bailiff.jail.fakes.FakeStore;
import org.bailiff.jail.fakes.News;
import org.bailiff.jail.fakes.WordDefinition;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole jail with its thread, between services that are fakes and a clock that is moved by hand. */
class JailServiceTest {
    private static final String LOG = "/var/log/auth.log";
    private static final Network ATTACKER = Network.parse("192.0.2.7");
    private static final Caller ALICE = new Caller("alice", "socket", Role.OPERATOR);

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final FakeStore store = new FakeStore();
    private final News news = new News();
    private JailService jail = new JailService("sshd", surroundings, store);

    @BeforeEach
    void listen() {
        surroundings.announcements().add(news);
        surroundings.define("sshd", "FAIL");
    }

    @AfterEach
    void end() {
        jail.close(false);
        surroundings.close();
    }

    private static JailConfiguration configuration(String... keysAndValues) {
        Map<String, Setting> settings = new HashMap<>();
        put(settings, "enabled", "yes");
        put(settings, "logpath", LOG);
        put(settings, "action", "fake");
        put(settings, "maxretry", "2");
        put(settings, "bantime", "1h");
        for (int index = 0; index < keysAndValues.length; index += 2) {
            put(settings, keysAndValues[index], keysAndValues[index + 1]);
        }
        return new JailConfiguration("sshd", settings);
    }

    private static void put(Map<String, Setting> settings, String key, String value) {
        settings.put(key, new Setting(key, value, "/etc/bailiff/jail.conf:7"));
    }

    private void start(String... keysAndValues) {
        jail.configure(configuration(keysAndValues));
        news.await("ACTIVE");
    }

    private void restart() {
        jail.close(false);
        jail = new JailService("sshd", surroundings, store);
        start();
    }

    private void attack(int failures) {
        for (int failure = 0; failure < failures; failure++) {
            surroundings.files.write(LOG, "FAIL " + ATTACKER);
        }
        surroundings.files.pump();
    }

    @Test
    void enoughFailuresBanAndTheBanEndsWhenItsTimeIsUp() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");
        assertThat(surroundings.list.out()).containsExactly(ATTACKER);

        surroundings.pass(Duration.ofHours(1));

        news.await("unbanned 192.0.2.7 EXPIRED");
        assertThat(surroundings.list.out()).isEmpty();
        assertThat(jail.bans()).isEmpty();
        assertThat(jail.status().totalBanned()).isEqualTo(1);
    }

    @Test
    void whatTookTooLongIsCountedAndToldAndTheJailGoesOn() {
        start();

        surroundings.files.write(LOG, "FAIL slow");
        surroundings.files.pump();

        news.await("cut off failregex 1");
        assertThat(jail.status().cutOffs()).containsExactly(new CutOff("failregex", 1, "FAIL", 1));
        assertThat(jail.status().reason()).as("an attacker raises no alarm so").isEmpty();
        attack(2);
        news.await("banned 192.0.2.7");
        assertThat(jail.status().totalCutOff()).isEqualTo(1);
    }

    @Test
    void aRestartPutsTheBanBackWithItsOldEndAndGoesOnBehindTheLastLine() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");
        Ban before = jail.bans().get(0);
        surroundings.list.out().clear();

        surroundings.pass(Duration.ofMinutes(30));
        restart();

        assertThat(jail.bans()).containsExactly(before);
        assertThat(surroundings.list.out()).containsExactly(ATTACKER);
        assertThat(jail.status().totalFailed()).isEqualTo(2);
        surroundings.pass(Duration.ofMinutes(30));
        news.await("unbanned 192.0.2.7 EXPIRED");
    }

    @Test
    void aBanThatEndedWhileNobodyWasThereIsTakenOutOfTheList() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");
        jail.close(false);
        assertThat(surroundings.list.out()).containsExactly(ATTACKER);

        surroundings.pass(Duration.ofHours(2));
        jail = new JailService("sshd", surroundings, store);
        start();

        assertThat(surroundings.list.out()).isEmpty();
        assertThat(jail.bans()).isEmpty();
    }

    @Test
    void countsSurviveARestart() {
        start();
        attack(1);
        news.await("found 192.0.2.7");

        restart();
        attack(1);

        news.await("banned 192.0.2.7");
    }

    @Test
    void aChangedConfigurationKeepsBansAndCounts() {
        start("maxretry", "5");
        attack(2);
        news.await("found 192.0.2.7");
        news.await("found 192.0.2.7");

        jail.configure(configuration("maxretry", "3"));
        attack(1);

        news.await("banned 192.0.2.7");
        assertThat(jail.status().maxRetry()).isEqualTo(3);
    }

    @Test
    void aJailThatNamesNoFilterAndBringsItsPatternsNeedsNone() {
        surroundings.undefine("sshd");

        start("filter", "", "failregex", "^no <ADDR>$");

        assertThat(jail.status().state()).isEqualTo(JailState.ACTIVE);
    }

    @Test
    void aJailOfAFilterThatWasRefusedWithNothingBeforeIsFailedAndSaysWhy() {
        surroundings.undefine("sshd");
        surroundings.refused = new FilterStatus.Refused(
                "filter.d/sshd.conf",
                Instant.parse("2026-11-22T12:00:00Z"),
                List.of(new Problem(Problem.Severity.ERROR, "filter.d/sshd.conf", 9, "", "this sample is to be else")));
        jail.configure(configuration());

        news.await("FAILED");
        assertThat(jail.status().reason()).isEqualTo("filter.d/sshd.conf:9: this sample is to be else");

        surroundings.refused = null;
        surroundings.define("sshd", "FAIL");
        news.await("ACTIVE");
    }

    @Test
    void aJailWithoutItsFilterWaitsAndSaysSoAndLosesNoLine() {
        surroundings.undefine("sshd");
        jail.configure(configuration());
        news.await("WAITING");
        assertThat(jail.status().reason()).isEqualTo("there is no filter 'sshd'; put it into filter.d/sshd.conf");
        surroundings.files.write(LOG, "FAIL 192.0.2.7", "FAIL 192.0.2.7");

        surroundings.define("sshd", "FAIL");
        news.await("ACTIVE");
        surroundings.files.pump();

        news.await("banned 192.0.2.7");
    }

    @Test
    void aJailWhoseFilterWasNotTakenGoesOnAndSaysSo() {
        start();
        surroundings.refused = new FilterStatus.Refused(
                "filter.d/sshd.conf",
                Instant.parse("2026-11-22T12:00:00Z"),
                List.of(new Problem(Problem.Severity.ERROR, "filter.d/sshd.conf", 12, "", "failregex 1: write it")));

        attack(2);
        news.await("banned 192.0.2.7");

        assertThat(jail.status().state()).isEqualTo(JailState.ACTIVE);
        assertThat(jail.status().reason())
                .isEqualTo("filter.d/sshd.conf:12: failregex 1: write it; so filter.d/sshd.conf is not in force,"
                        + " what was before, since 2026-11-22T12:00:00Z, still is");
    }

    @Test
    void aJailAtWorkIsAskedWhetherItCouldWorkWithAnotherDefinition() {
        start();

        assertThat(surroundings.filterUses().uses("sshd")).isTrue();
        assertThat(surroundings.filterUses().objections(new WordDefinition("sshd", "OTHER")))
                .isEmpty();
        assertThat(surroundings.filterUses().objections(new WordDefinition("sshd", "bad")))
                .containsExactly(new Problem(
                        Problem.Severity.ERROR,
                        "filter.d/sshd.conf",
                        1,
                        "sshd",
                        "failregex: this cannot be; write a word"));
    }

    @Test
    void aJailThatHasEndedIsNotAsked() {
        start();

        jail.close(false);

        assertThat(surroundings.filterUses().uses("sshd")).isFalse();
    }

    @Test
    void aReplacedFilterCountsOnWhereTheOneBeforeStopped() throws Exception {
        start();
        attack(1);
        surroundings.define("sshd", "OTHER");
        // Answered behind the change; then the readings have it too.
        jail.explainLine("OTHER " + ATTACKER);
        surroundings.awaitReadings();

        surroundings.files.write(LOG, "OTHER " + ATTACKER);
        surroundings.files.pump();

        news.await("banned 192.0.2.7");
        assertThat(jail.status().totalFailed()).isEqualTo(2);
    }

    @Test
    void aFilterThatDoesNotCompileFailsTheJailWithItsSentence() {
        surroundings.define("sshd", "bad");
        jail.configure(configuration());

        news.await("FAILED");
        assertThat(jail.status().reason()).contains("filter.d/sshd.conf:1: failregex");
    }

    @Test
    void anActionThatComesLaterCarriesOutTheBansThatAreInForce() {
        surroundings.offerAction(false);
        jail.configure(configuration());
        news.await("WAITING");
        BanReport report = jail.ban(request(ATTACKER), ALICE);
        assertThat(report.inForce()).isFalse();
        assertThat(report.sentence()).contains("not in force yet").contains("'fake'");

        surroundings.offerAction(true);

        news.await("ACTIVE");
        assertThat(surroundings.list.out()).containsExactly(ATTACKER);
    }

    @Test
    void aWrongParameterOfAnActionFailsTheJailWithItsSentence() {
        jail.configure(configuration("action", "fake[wrong=1]"));

        news.await("FAILED");
        assertThat(jail.status().reason()).contains("'wrong' is no parameter");
    }

    @Test
    void aLineIsExplainedAndNothingIsCountedForIt() {
        start();
        attack(1);
        news.await("found " + ATTACKER);

        LineExplanation explanation = jail.explainLine("FAIL " + ATTACKER);

        LineExplanation.Consequence consequence = explanation.consequences().get(0);
        assertThat(consequence.verdict()).isEqualTo(LineExplanation.Verdict.BANNED);
        assertThat(consequence.attempts()).isEqualTo(2);
        assertThat(explanation.passage().orElseThrow().rules().failRegexes()).containsExactly("FAIL");
        assertThat(jail.bans()).isEmpty();
        assertThat(jail.status().totalFailed()).isEqualTo(1);
        assertThat(jail.status().linesMatched()).isEqualTo(1);
    }

    @Test
    void aLineOfABannedAddressIsExplainedWithWhatItsActionsShow() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");

        LineExplanation.Consequence consequence =
                jail.explainLine("FAIL " + ATTACKER).consequences().get(0);

        assertThat(consequence.verdict()).isEqualTo(LineExplanation.Verdict.ALREADY_BANNED);
        assertThat(consequence.ban()).contains(jail.bans().get(0));
        assertThat(consequence.enforcement()).hasSize(1).allMatch(Proof::inForce);
    }

    @Test
    void aJailThatIsNotAtWorkExplainsNothing() {
        jail.configure(configuration("enabled", "no"));

        assertThat(jail.explainLine("FAIL " + ATTACKER).passage()).isEmpty();
    }

    @Test
    void whatItHasCountedStaysWhileItIsDisabledAndGrowsAfterwards() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");

        jail.configure(configuration("enabled", "no"));

        assertThat(jail.status().linesRead()).isEqualTo(2);
        assertThat(jail.status().linesMatched()).isEqualTo(2);
        assertThat(jail.status().totalBanned()).isEqualTo(1);
        assertThat(jail.status().currentlyBanned()).isZero();
        start();
        assertThat(jail.status().linesRead()).isEqualTo(2);
        assertThat(jail.status().linesMatched()).isEqualTo(2);
    }

    @Test
    void aDisabledJailTakesItsEntriesOutAndPutsThemBackWhenEnabled() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");

        jail.configure(configuration("enabled", "no"));
        assertThat(jail.status().state()).isEqualTo(JailState.DISABLED);
        assertThat(surroundings.list.out()).isEmpty();
        assertThatThrownBy(() -> jail.ban(request(ATTACKER), ALICE)).hasMessageContaining("is disabled");

        start();
        assertThat(surroundings.list.out()).containsExactly(ATTACKER);
    }

    @Test
    void aWrongConfigurationIsNamedWithItsPlaceAndWhatWasInForceStays() {
        start();
        jail.configure(configuration("bantime", "soon"));

        assertThat(jail.status().state()).isEqualTo(JailState.FAILED);
        assertThat(jail.status().reason())
                .startsWith("/etc/bailiff/jail.conf:7: error: bantime: 'soon' is not a time")
                .contains("still is");
        attack(2);
        news.await("banned 192.0.2.7");
    }

    @Test
    void aMistypedWordForEnabledLetsNobodyIn() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");
        jail.configure(configuration("enabled", "perhaps"));

        assertThat(jail.status().state()).isEqualTo(JailState.FAILED);
        assertThat(jail.status().reason()).contains("enabled: 'perhaps' is neither yes nor no");
        assertThat(surroundings.list.out()).containsExactly(ATTACKER);
    }

    @Test
    void aLogOfTheStoreThatCannotBeOpenedFailsTheJailWithItsSentence() {
        store.open("sshd");

        jail.configure(configuration());

        assertThat(jail.status().state()).isEqualTo(JailState.FAILED);
        assertThat(jail.status().reason()).contains("open already");
        assertThatThrownBy(() -> jail.ban(request(ATTACKER), ALICE)).hasMessageContaining("is FAILED");
    }

    @Test
    void aLineOnWhichTheMatcherFailsIsSetAsideAndTheJailGoesOn() {
        start();
        surroundings.files.write(LOG, "FAIL fault", "FAIL 192.0.2.7", "FAIL 192.0.2.7");
        surroundings.files.pump();

        news.await("banned 192.0.2.7");
        assertThat(jail.status().reason()).startsWith("1 lines set aside");
    }

    @Test
    void failuresOlderThanFindTimeInALogThatIsNewAreHistory() {
        surroundings.files.write(
                LOG, "FAIL 192.0.2.7 2026-11-22T11:00:00Z", "FAIL 192.0.2.7 2026-11-22T11:00:01Z", "FAIL 192.0.2.8");
        start();
        surroundings.files.pump();

        news.await("found 192.0.2.8");
        assertThat(jail.bans()).isEmpty();
        assertThat(jail.status().totalFailed()).isEqualTo(1);
    }

    @Test
    void anAddressDelistedByHandIsUnbanned() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");

        surroundings.list.delist(ATTACKER);

        news.await("unbanned 192.0.2.7 DELISTED");
        assertThat(jail.bans()).isEmpty();
        assertThat(store.forced()).as("it was somebody's will").anyMatch(JailServiceTest::endsTheBan);
    }

    /** A flood at a full list ends a ban with each that it begins: a wait for the disk would hold up the next. */
    @Test
    void whatAFullListEndsIsRememberedAndWaitsForNoDisk() throws Exception {
        start();
        attack(2);
        news.await("banned 192.0.2.7");

        surroundings.list.evict(ATTACKER);

        news.await("unbanned 192.0.2.7 EVICTED");
        store.await("sshd", JailServiceTest::endsTheBan);
        assertThat(store.forced()).noneMatch(JailServiceTest::endsTheBan);
    }

    private static boolean endsTheBan(JailRecord record) {
        return record.ended().stream().anyMatch(ended -> ended.target().equals(ATTACKER));
    }

    private static BanRequest request(Network target) {
        return new BanRequest(target, Optional.empty(), "", false);
    }

    @Test
    void operatorsBanAndUnban() {
        start();
        BanRequest forAMinute = new BanRequest(ATTACKER, Optional.of(BanTime.ofSeconds(60)), "noise", false);

        BanReport report = jail.ban(forAMinute, ALICE);

        assertThat(report.inForce()).isTrue();
        assertThat(report.kept()).isTrue();
        assertThat(report.ban().orElseThrow().until()).contains(Instant.parse("2026-11-22T12:01:00Z"));
        assertThat(jail.ban(request(ATTACKER), ALICE).changed()).isFalse();
        assertThat(jail.unban(ATTACKER, ALICE).changed()).isTrue();
        assertThat(jail.unban(ATTACKER, ALICE).sentence()).contains("is not banned");
        assertThat(surroundings.list.out()).isEmpty();
    }

    @Test
    void ownAddressesAreRefusedUnlessAnAdministratorInsists() {
        start();
        Network loopback = Network.parse("127.0.0.1");
        BanRequest insisting = new BanRequest(loopback, Optional.empty(), "", true);

        assertThatThrownBy(() -> jail.ban(request(loopback), ALICE)).hasMessageContaining("never banned");
        assertThatThrownBy(() -> jail.ban(insisting, ALICE)).hasMessageContaining("never banned");
        assertThat(jail.ban(insisting, new Caller("root", "socket", Role.ADMINISTRATOR))
                        .inForce())
                .isTrue();
    }

    @Test
    void aFullDiskIsSaidAndBansAreInForceAllTheSame() {
        start();
        store.fill(true);

        BanReport report = jail.ban(request(ATTACKER), ALICE);

        assertThat(report.inForce()).isTrue();
        assertThat(report.kept()).isFalse();
        assertThat(report.sentence()).contains("in force, not kept");
        assertThat(jail.status().reason()).contains("the disk is full");
    }

    @Test
    void whatCouldNotBeKeptIsKeptWhenThereIsRoomAgain() {
        start();
        store.fill(true);
        jail.ban(request(ATTACKER), ALICE);
        news.await("ACTIVE");
        assertThat(jail.status().reason()).isNotEmpty();
        store.fill(false);
        surroundings.pass(Duration.ofMinutes(1));
        news.await("ACTIVE");

        restart();

        assertThat(jail.bans()).hasSize(1);
    }

    @Test
    void aLogThatHasGrownIsWrittenAnewBeforeTheEnd() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");
        store.outgrow();

        restart();

        assertThat(jail.bans()).hasSize(1);
        assertThat(store.records("sshd"))
                .allSatisfy(record -> assertThat(record.failures()).isEmpty());
    }

    @Test
    void theExplanationTellsWhyAnAddressIsBanned() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");

        assertThat(jail.explain(Address.parse("192.0.2.7")).ban().orElseThrow().evidence())
                .extracting(evidence -> evidence.line())
                .isEqualTo(List.of("FAIL 192.0.2.7", "FAIL 192.0.2.7"));
        assertThat(jail.explain(Address.parse("192.0.2.7")).enforcement())
                .extracting(Proof::sentence)
                .containsExactly("kept out");
    }

    @Test
    void aReleaseTakesEntriesOutAndKeepsTheBans() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");

        jail.release(ALICE);

        assertThat(surroundings.list.out()).isEmpty();
        assertThat(jail.bans()).hasSize(1);
    }

    @Test
    void whatWasCountedBeforeALongRestCountsWithWhatWasWrittenMeanwhile() {
        start("bantime", "1d");
        surroundings.files.write(LOG, "FAIL 192.0.2.7 2026-11-22T12:00:00Z");
        surroundings.files.pump();
        news.await("found 192.0.2.7");
        jail.close(false);
        surroundings.files.write(LOG, "FAIL 192.0.2.7 2026-11-22T12:05:00Z");
        surroundings.pass(Duration.ofHours(5));

        jail = new JailService("sshd", surroundings, store);
        start("bantime", "1d");
        surroundings.files.pump();

        news.await("banned 192.0.2.7");
    }

    @Test
    void aBanThatWasOverWhenItWasDecidedHidesNoLaterFailure() {
        start();
        surroundings.files.write(LOG, "FAIL 192.0.2.1");
        surroundings.files.pump();
        news.await("found 192.0.2.1");
        surroundings.pass(Duration.ofHours(5));
        surroundings.files.write(
                LOG,
                "FAIL 192.0.2.7 2026-11-22T12:00:00Z",
                "FAIL 192.0.2.7 2026-11-22T12:00:01Z",
                "FAIL 192.0.2.7 2026-11-22T16:50:00Z",
                "FAIL 192.0.2.7 2026-11-22T16:50:01Z");

        surroundings.files.pump();

        news.await("banned 192.0.2.7");
        assertThat(jail.bans()).extracting(Ban::count).containsExactly(2);
        assertThat(news.everHeard("unbanned 192.0.2.7 EXPIRED")).isFalse();
    }

    @Test
    void aFaultOfAnActionDoesNotEndTheJail() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");
        surroundings.list.breakDown(true);
        surroundings.pass(Duration.ofHours(1));
        news.await("ACTIVE");
        assertThat(jail.status().reason()).contains("NoClassDefFoundError");

        surroundings.list.breakDown(false);
        surroundings.files.write(LOG, "FAIL 192.0.2.8", "FAIL 192.0.2.8");
        surroundings.files.pump();

        news.await("banned 192.0.2.8");
    }

    @Test
    void historyStaysHistoryWhenARestartInterruptsItsReading() {
        start();
        surroundings.files.write(LOG, "FAIL 192.0.2.7 2026-11-22T11:00:00Z", "FAIL 192.0.2.8");
        surroundings.files.pump();
        news.await("found 192.0.2.8");

        restart();
        surroundings.files.write(
                LOG, "FAIL 192.0.2.7 2026-11-22T11:00:01Z", "FAIL 192.0.2.7 2026-11-22T11:00:02Z", "FAIL 192.0.2.9");
        surroundings.files.pump();

        news.await("found 192.0.2.9");
        assertThat(jail.explain(Address.parse("192.0.2.7")).pastBans()).isZero();
        assertThat(jail.status().totalFailed()).isEqualTo(2);
    }

    @Test
    void whatTheListHoldsBecomesBansOfAJailThatHasLostItsLog() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");
        jail.close(false);
        store.destroy();
        jail = new JailService("sshd", surroundings, store);

        jail.configure(configuration());

        news.await("banned 192.0.2.7");
        assertThat(jail.bans()).extracting(Ban::origin).containsExactly(BanOrigin.ADOPTED);
        assertThat(surroundings.list.recollections()).isEqualTo(1);
        jail.configure(configuration("action", "fake[other=1]"));
        assertThat(surroundings.list.recollections())
                .as("nothing was lost since")
                .isEqualTo(1);
    }

    @Test
    void aJailThatHasLostNothingDoesNotAskWhomTheListHolds() {
        start();
        restart();

        assertThat(surroundings.list.recollections()).isZero();
    }

    @Test
    void aLogWhoseClockRunsAheadIsPastTheEndOfABan() {
        start();
        attack(2);
        news.await("banned 192.0.2.7");
        surroundings.pass(Duration.ofMinutes(59).plusSeconds(30));
        Instant ahead = surroundings.clock().instant().plusSeconds(40);

        surroundings.files.write(LOG, "FAIL " + ATTACKER + " " + ahead);
        surroundings.files.write(LOG, "FAIL " + ATTACKER + " " + ahead.plusSeconds(1));
        surroundings.files.pump();

        news.await("unbanned 192.0.2.7 EXPIRED");
        news.await("banned 192.0.2.7");
        assertThat(jail.bans().get(0).count()).isEqualTo(2);
        assertThat(surroundings.list.out()).containsExactly(ATTACKER);
    }

    @Test
    void aLateLineCountsWithAFailureThatFindTimeBeforeItBarelyReaches() {
        start("findtime", "10m");
        Instant first = surroundings.clock().instant();
        attack(1);
        news.await("found 192.0.2.7");
        surroundings.pass(Duration.ofMinutes(10).plusSeconds(30));
        jail.bans();

        surroundings.files.write(LOG, "FAIL " + ATTACKER + " " + first.plusSeconds(600));
        surroundings.files.pump();

        news.await("banned 192.0.2.7");
    }

    @Test
    void whereALogWasBegunIsKeptBeforeAnythingIsCounted() {
        start();
        attack(1);
        news.await("found 192.0.2.7");
        jail.bans();

        List<JailRecord> records = store.records("sshd");

        JailRecord begun = records.stream()
                .filter(record -> !record.positions().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(begun.failures()).isEmpty();
        assertThat(begun.beginnings()).containsKey(LOG);
        assertThat(begun.positions())
                .isNotEqualTo(records.get(records.size() - 1).positions());
    }
}
