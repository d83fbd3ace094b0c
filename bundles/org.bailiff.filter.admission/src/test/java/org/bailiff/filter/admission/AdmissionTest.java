// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final WordCompiler compiler = new WordCompiler();
    private final FakeUser user = new FakeUser(compiler, "mode");
    private Phase phase = Phase.STARTING;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Admission admission = new Admission(() -> now, () -> phase);
    private long order;

    private final Word library = new Word("sshd", "library", "FAIL");
    private final Word good = new Word("sshd", "filter.d/sshd.conf", "REFUSED");
    private final Word bad = new Word("sshd", "filter.d/sshd.conf", "bad");

    @BeforeEach
    void use() {
        admission.use(compiler);
        admission.add(user);
        user.used.add("sshd");
    }

    private void offer(FilterDefinition definition, int ranking) {
        admission.offer(new Candidate(definition, ranking, ++order));
    }

    private void offerInEtc(FilterDefinition definition) {
        offer(definition, FilterDefinition.RANKING_ETC);
    }

    /** As a changed file is: the new one comes before the old one goes. */
    private void replaceInEtc(FilterDefinition old, FilterDefinition definition) {
        offerInEtc(definition);
        admission.withdraw(old);
    }

    /** What users were told while all came does not matter. */
    private void endStart(Phase next) {
        phase = next;
        user.told.clear();
    }

    private FilterStatus status() {
        return admission.status("sshd").orElseThrow();
    }

    @Test
    void whatIsAloneIsInForceAndIsNotTried() {
        offer(bad, 0);

        assertThat(admission.inForce("sshd")).containsSame(bad);
        assertThat(compiler.compiled()).isZero();
        assertThat(status().refused()).isEmpty();
    }

    @Test
    void whatNobodyAsksForIsNotTriedAtTheStart() {
        offer(library, 0);
        offerInEtc(bad);

        assertThat(compiler.compiled()).isZero();
        assertThat(status().origin()).isEqualTo("filter.d/sshd.conf");
    }

    @Test
    void ofSeveralThePassingOneOfTheHighestRankingIsInForce() {
        offer(library, 0);
        offerInEtc(good);

        assertThat(admission.inForce("sshd")).containsSame(good);
        assertThat(status().revision()).isEqualTo(1);
        assertThat(status().refused()).isEmpty();
    }

    @Test
    void ofEqualsTheOneThatCameFirstIsInForce() {
        offerInEtc(good);
        offerInEtc(new Word("sshd", "another", "OTHER"));

        assertThat(admission.inForce("sshd")).containsSame(good);
    }

    @Test
    void aLowerOneIsTakenIfTheHighestDoesNotPassAtTheFirstQuestion() {
        offer(library, 0);
        offerInEtc(bad);

        assertThat(admission.inForce("sshd")).containsSame(library);
        assertThat(status().origin()).isEqualTo("library");
        assertThat(status().refused().orElseThrow().origin()).isEqualTo("filter.d/sshd.conf");
    }

    @Test
    void theHighestIsInForceIfNonePassesAtTheFirstQuestion() {
        offer(new Word("sshd", "library", "bad"), 0);
        offerInEtc(bad);

        assertThat(admission.inForce("sshd")).containsSame(bad);
        assertThat(status().refused()).isEmpty();
    }

    @Test
    void aBrokenReplacementLeavesInForceTheVeryDefinitionThatWasWithdrawn() {
        offer(library, 0);
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);
        now = now.plus(Duration.ofHours(1));

        replaceInEtc(good, bad);

        assertThat(admission.inForce("sshd")).containsSame(good);
        assertThat(user.told).isEmpty();
        assertThat(status().revision()).isEqualTo(1);
        FilterStatus.Refused refused = status().refused().orElseThrow();
        assertThat(refused.time()).isEqualTo(now);
        assertThat(refused.problems())
                .containsExactly(new Problem(
                        Problem.Severity.ERROR,
                        "filter.d/sshd.conf",
                        12,
                        "sshd",
                        "failregex: this cannot be; write a word"));
    }

    @Test
    void aGoodReplacementComesIntoForceAndUsersAreToldOnce() {
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);
        now = now.plus(Duration.ofHours(1));
        Word next = new Word("sshd", "filter.d/sshd.conf", "NEXT");

        replaceInEtc(good, next);

        assertThat(admission.inForce("sshd")).containsSame(next);
        assertThat(user.told).containsExactly("sshd");
        assertThat(status().revision()).isEqualTo(2);
        assertThat(status().since()).isEqualTo(now);
    }

    @Test
    void whatWasRefusedIsForgottenWhenItIsMended() {
        aBrokenReplacementLeavesInForceTheVeryDefinitionThatWasWithdrawn();
        Word mended = new Word("sshd", "filter.d/sshd.conf", "MENDED");

        replaceInEtc(bad, mended);

        assertThat(admission.inForce("sshd")).containsSame(mended);
        assertThat(status().refused()).isEmpty();
    }

    @Test
    void whatIsRemovedOnPurposeGivesWayToALowerOne() {
        offer(library, 0);
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);

        admission.withdraw(good);

        assertThat(admission.inForce("sshd")).containsSame(library);
        assertThat(user.told).containsExactly("sshd");
    }

    @Test
    void whatIsRemovedOnPurposeAndWasAloneIsNotInForceAnyMore() {
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);

        admission.withdraw(good);

        assertThat(admission.inForce("sshd")).isEmpty();
        assertThat(admission.status()).isEmpty();
        assertThat(user.told).containsExactly("sshd");
    }

    @Test
    void whoeverWaitsForAFilterIsToldWhenItComes() {
        endStart(Phase.AT_WORK);
        assertThat(admission.inForce("sshd")).isEmpty();

        offerInEtc(good);

        assertThat(user.told).containsExactly("sshd");
        assertThat(admission.inForce("sshd")).containsSame(good);
    }

    @Test
    void whatWasRefusedIsTriedAgainWhenSomebodyAsksForHeMayBeConfiguredOtherwise() {
        Word needy = new Word("sshd", "filter.d/sshd.conf", "needs mode");
        offer(library, 0);
        offerInEtc(needy);
        user.used.clear();
        assertThat(admission.inForce("sshd")).containsSame(library);

        user.used.add("sshd");

        assertThat(admission.inForce("sshd")).containsSame(needy);
        assertThat(status().refused()).isEmpty();
    }

    @Test
    void whatNobodyUsesAndDidNotCompileByItselfBeforeIsTaken() {
        user.used.clear();
        offerInEtc(new Word("common", "filter.d/common.conf", "needs more"));
        admission.inForce("common");
        endStart(Phase.AT_WORK);
        Word next = new Word("common", "filter.d/common.conf", "needs less");

        offerInEtc(next);
        admission.withdraw(admission.inForce("common").orElseThrow());

        assertThat(admission.inForce("common")).containsSame(next);
    }

    @Test
    void whatNobodyUsesAndCompiledBeforeIsNotReplacedByWhatDoesNot() {
        user.used.clear();
        offerInEtc(good);
        endStart(Phase.AT_WORK);

        replaceInEtc(good, bad);

        assertThat(admission.inForce("sshd")).containsSame(good);
        assertThat(status().refused()).isPresent();
    }

    @Test
    void aDefinitionWhoseOwnSampleComesOutOtherwiseIsRefused() {
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);

        replaceInEtc(
                good,
                new Word("sshd", "filter.d/sshd.conf", "NEXT\n[Samples]\na =\n failure 192.0.2.7: LAST 192.0.2.7"));

        assertThat(admission.inForce("sshd")).containsSame(good);
        assertThat(status().refused().orElseThrow().problems().get(0))
                .hasToString("filter.d/sshd.conf:4: error: this sample is to be 'failure 192.0.2.7', and is 'missed':"
                        + " LAST 192.0.2.7");
    }

    private static Word sampled(String sample) {
        return new Word("sshd", "filter.d/sshd.conf", "NEXT\n[Samples]\na =\n failure 192.0.2.7: " + sample);
    }

    private void assertNothingIsInForce() {
        assertThat(admission.inForce("sshd")).isEmpty();
        assertThat(admission.effective("sshd")).isEmpty();
        assertThat(status().origin()).isEqualTo("nothing");
        assertThat(status().refused().orElseThrow().problems().get(0))
                .hasToString("filter.d/sshd.conf:4: error: this sample is to be 'failure 192.0.2.7', and is 'missed':"
                        + " LAST 192.0.2.7");
    }

    @Test
    void oneAloneAtTheStartWhoseSampleComesOutOtherwiseIsNotInForce() {
        offerInEtc(sampled("LAST 192.0.2.7"));

        assertNothingIsInForce();
    }

    @Test
    void oneAloneAtTheStartHasItsSamplesCountedWhenSomebodyAsks() {
        offerInEtc(sampled("NEXT 192.0.2.7"));
        assertThat(compiler.compiled()).isZero();

        assertThat(admission.inForce("sshd")).isPresent();
        assertThat(status().samples()).isEqualTo(1);
    }

    @Test
    void oneThatComesWhereNothingWasIsNotInForceIfItsSampleComesOutOtherwise() {
        endStart(Phase.AT_WORK);
        Word wrong = sampled("LAST 192.0.2.7");

        offerInEtc(wrong);
        assertNothingIsInForce();

        user.told.clear();
        Word mended = sampled("NEXT 192.0.2.7");
        replaceInEtc(wrong, mended);
        assertThat(user.told).containsExactly("sshd");
        assertThat(admission.inForce("sshd")).containsSame(mended);
        assertThat(status().refused()).isEmpty();
    }

    @Test
    void oneThatComesAfterTheOldOneWentIsNotInForceIfItsSampleComesOutOtherwise() {
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);
        admission.withdraw(good);

        offerInEtc(sampled("LAST 192.0.2.7"));

        assertNothingIsInForce();
    }

    @Test
    void oneThatNobodyHasAskedForIsTriedBeforeAnotherIsMeasuredByIt() {
        user.used.clear();
        offerInEtc(sampled("LAST 192.0.2.7"));
        endStart(Phase.AT_WORK);

        offer(new Word("other", "library", "FAIL"), 0);
        offer(library, 0);

        assertThat(admission.inForce("sshd")).containsSame(library);
    }

    @Test
    void whoAskedBeforeThereWasACompilerIsToldOnceItSpeaksAgainstIt() {
        admission.useNoMore(compiler);
        offerInEtc(sampled("LAST 192.0.2.7"));
        admission.inForce("sshd");
        user.told.clear();

        admission.use(compiler);

        assertThat(user.told).containsExactly("sshd");
        assertNothingIsInForce();
    }

    @Test
    void whenOneThatWasRefusedGoesNothingIsSaidOfTheName() {
        endStart(Phase.AT_WORK);
        Word wrong = sampled("LAST 192.0.2.7");
        offerInEtc(wrong);
        admission.inForce("sshd");

        admission.withdraw(wrong);

        assertThat(admission.status()).isEmpty();
    }

    @Test
    void samplesThatCameOutRightAreCounted() {
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);

        replaceInEtc(
                good,
                new Word("sshd", "filter.d/sshd.conf", "NEXT\n[Samples]\na =\n failure 192.0.2.7: NEXT 192.0.2.7"));

        assertThat(status().samples()).isEqualTo(1);
    }

    @Test
    void aFaultOfACompilerIsAnObjection() {
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);

        replaceInEtc(good, new Word("sshd", "filter.d/sshd.conf", "fault"));

        assertThat(admission.inForce("sshd")).containsSame(good);
        assertThat(status().refused().orElseThrow().problems().get(0).message()).contains("a fault in the compiler");
    }

    @Test
    void whatChangesWhileUsersAreAskedIsChosenAboutAgain() {
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);
        Word next = new Word("sshd", "filter.d/sshd.conf", "NEXT");
        Word last = new Word("sshd", "deployed", "LAST");
        user.meanwhile = () -> {
            user.meanwhile = () -> {};
            offer(last, FilterDefinition.RANKING_DEPLOYED);
        };

        replaceInEtc(good, next);

        assertThat(admission.inForce("sshd")).containsSame(last);
        assertThat(user.told).containsExactly("sshd");
    }

    /** So that a plug-in that needs another thread to answer is answered. */
    @Test
    void noLockIsHeldWhileUsersAreAsked() throws Exception {
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);
        AtomicReference<Object> seen = new AtomicReference<>();
        user.meanwhile = () -> {
            Thread other = new Thread(() -> seen.set(admission.inForce("sshd").orElseThrow()));
            other.start();
            try {
                other.join(5000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };

        replaceInEtc(good, new Word("sshd", "filter.d/sshd.conf", "NEXT"));

        assertThat(seen).hasValue(good);
    }

    @Test
    void withoutACompilerAllStaysUntilThereIsOne() {
        offerInEtc(good);
        admission.inForce("sshd");
        endStart(Phase.AT_WORK);
        admission.useNoMore(compiler);
        Word next = new Word("sshd", "filter.d/sshd.conf", "NEXT");

        replaceInEtc(good, next);
        assertThat(admission.effective("sshd")).containsSame(good);
        admission.use(compiler);

        assertThat(admission.effective("sshd")).containsSame(next);
        assertThat(user.told).containsExactly("sshd");
    }

    @Test
    void whenAllEndsNothingIsTriedAnyMore() {
        offer(library, 0);
        offerInEtc(good);
        admission.inForce("sshd");
        int compiled = compiler.compiled();
        endStart(Phase.QUIET);

        admission.withdraw(good);
        admission.withdraw(library);

        assertThat(compiler.compiled()).isEqualTo(compiled);
        assertThat(user.told).isEmpty();
    }
}
