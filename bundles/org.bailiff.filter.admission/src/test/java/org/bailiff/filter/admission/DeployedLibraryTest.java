// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bailiff.filter.admission.LibraryFixture.ALICE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterVerdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeployedLibraryTest {
    private static final int KEPT = 3;

    @TempDir
    Path data;

    private LibraryFixture daemon;
    private final Word library = new Word("sshd", "library:sshd.conf", "FAIL");

    @BeforeEach
    void start() {
        daemon = new LibraryFixture(folder(), KEPT);
        daemon.user.used.add("sshd");
        daemon.offer(library, FilterDefinition.RANKING_LIBRARY);
    }

    private Path folder() {
        return data.resolve("filters");
    }

    private Path file(int number) {
        return folder().resolve("sshd").resolve(number + ".conf");
    }

    private FilterVerdict deploy(String text) {
        return daemon.library.deploy("sshd", text, false, ALICE);
    }

    private FilterVerdict rollback() {
        return daemon.library.rollback("sshd", false, ALICE);
    }

    @Test
    void whatIsDeployedIsInForceOverAllOthers() {
        FilterVerdict verdict = deploy("NEXT\n[Samples]\na =\n failure 192.0.2.7: NEXT 192.0.2.7\n");

        assertThat(verdict.accepted()).isTrue();
        assertThat(verdict.changed()).isTrue();
        assertThat(verdict.samples()).isEqualTo(1);
        assertThat(verdict.sentence()).isEqualTo("filter sshd: text 1 is in force; its one sample came out as it says");
        assertThat(daemon.inForce("sshd")).startsWith("NEXT");
        assertThat(daemon.admission.status("sshd").orElseThrow().origin())
                .isEqualTo("deployed by alice (socket) at 2026-11-22T12:00:00Z, text 1");
        assertThat(daemon.admission.status("sshd").orElseThrow().canRollBack()).isTrue();
    }

    @Test
    void jailsAreToldOnceOfADeployment() {
        daemon.user.told.clear();

        deploy("NEXT");

        assertThat(daemon.user.told).containsExactly("sshd");
    }

    @Test
    void whatDoesNotPassIsNeitherInForceNorKept() {
        FilterVerdict verdict = deploy("bad");

        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.changed()).isFalse();
        assertThat(verdict.problems())
                .containsExactly(new Problem(
                        Problem.Severity.ERROR,
                        "deployed:sshd.conf",
                        12,
                        "sshd",
                        "failregex: this cannot be; write a word"));
        assertThat(verdict.sentence())
                .isEqualTo("filter sshd is not taken: line 12 of the text: jail sshd: failregex: this cannot be;"
                        + " write a word");
        assertThat(daemon.inForce("sshd")).isEqualTo("FAIL");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void aDryRunAndAValidationChangeNothing() {
        FilterVerdict dryRun = daemon.library.deploy("sshd", "NEXT", true, ALICE);
        FilterVerdict validation = daemon.library.validate("sshd", "NEXT");

        assertThat(dryRun.accepted()).isTrue();
        assertThat(dryRun.changed()).isFalse();
        assertThat(validation).isEqualTo(dryRun);
        assertThat(daemon.inForce("sshd")).isEqualTo("FAIL");
        assertThat(folder()).doesNotExist();
        assertThat(daemon.audited).isEmpty();
    }

    @Test
    void whatIsDoubtfulIsTold() {
        assertThat(deploy("doubtful").sentence())
                .endsWith("is in force, and something is doubtful: x.conf:3: failregex 1: is it so?");
    }

    @Test
    void theSameTextAgainChangesNothing() {
        deploy("NEXT");

        assertThat(deploy("NEXT").changed()).isFalse();
        assertThat(file(2)).doesNotExist();
    }

    @Test
    void rollbackGoesBackRevisionByRevisionAndThenToWhatWasThereWithoutAny() {
        deploy("ONE");
        deploy("TWO");
        deploy("THREE");

        assertThat(rollback().changed()).isTrue();
        assertThat(daemon.inForce("sshd")).isEqualTo("TWO");
        rollback();
        assertThat(daemon.inForce("sshd")).isEqualTo("ONE");
        assertThat(rollback().sentence()).isEqualTo("filter sshd is taken out, and library:sshd.conf is in force");
        assertThat(daemon.inForce("sshd")).isEqualTo("FAIL");
        assertThat(daemon.admission.status("sshd").orElseThrow().canRollBack()).isFalse();
        assertThatThrownBy(this::rollback)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing is deployed as 'sshd', so there is nothing to take back");
    }

    @Test
    void undeployTakesOutAllRevisionsAtOnce() {
        deploy("ONE");
        deploy("TWO");

        FilterVerdict verdict = daemon.library.undeploy("sshd", false, ALICE);

        assertThat(verdict.changed()).isTrue();
        assertThat(daemon.inForce("sshd")).isEqualTo("FAIL");
    }

    @Test
    void whereNothingElseIsOfferedJailsWait() {
        daemon.library.deploy("mine", "ONE", false, ALICE);

        FilterVerdict verdict = daemon.library.undeploy("mine", false, ALICE);

        assertThat(verdict.sentence())
                .isEqualTo("filter mine is taken out, and nothing is in force; jails that use it wait");
        assertThat(daemon.admission.inForce("mine")).isEmpty();
    }

    @Test
    void whatIsDeployedStaysIfWhatWouldFollowDoesNotPass() {
        deploy("ONE");
        daemon.offer(new Word("sshd", "filter.d/sshd.conf", "bad"), FilterDefinition.RANKING_ETC);

        FilterVerdict verdict = daemon.library.undeploy("sshd", false, ALICE);

        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.sentence()).contains("stays deployed").contains("filter.d/sshd.conf:12");
        assertThat(daemon.inForce("sshd")).isEqualTo("ONE");
    }

    @Test
    void everyChangeIsAuditedAndEveryRefusalToo() {
        deploy("ONE");
        deploy("bad");
        rollback();
        assertThatThrownBy(this::rollback).isInstanceOf(IllegalArgumentException.class);

        assertThat(daemon.audited).hasSize(4);
        assertThat(daemon.audited.get(0))
                .matches("alice \\(socket\\) deploy sshd:  -> text 1, sha256 [0-9a-f]{12}: done");
        assertThat(daemon.audited.get(1)).contains("deploy sshd: text 1").contains("is not taken");
        assertThat(daemon.audited.get(2))
                .matches("alice \\(socket\\) rollback sshd: text 1, .* -> text 2, nothing deployed: done");
        assertThat(daemon.audited.get(3)).endsWith("nothing to take back");
    }

    @Test
    void aRestartFindsWhatWasDeployedAndWhatWasTakenOut() {
        deploy("ONE");
        daemon.library.deploy("other", "TWO", false, ALICE);
        daemon.library.undeploy("other", false, ALICE);

        start();

        assertThat(daemon.inForce("sshd")).isEqualTo("ONE");
        assertThat(daemon.admission.inForce("other")).isEmpty();
        assertThat(daemon.admission.status("sshd").orElseThrow().origin())
                .isEqualTo("deployed by alice (socket) at 2026-11-22T12:00:00Z, text 1");
    }

    @Test
    void rollbackGoesOnAfterARestart() {
        deploy("ONE");
        deploy("TWO");
        start();

        rollback();

        assertThat(daemon.inForce("sshd")).isEqualTo("ONE");
    }

    @Test
    void onlyTheLastRevisionsAreKept() throws IOException {
        for (int number = 1; number <= 10; number++) {
            deploy("NUMBER" + number);
        }

        try (Stream<Path> files = Files.list(folder().resolve("sshd"))) {
            assertThat(files).hasSize(KEPT + 1);
        }
        for (int number = 10; number > 10 - KEPT; number--) {
            rollback();
        }
        assertThat(daemon.inForce("sshd")).isEqualTo("NUMBER7");
    }

    @Test
    void filesAreForTheDaemonAlone() throws IOException {
        deploy("ONE");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(1))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void ofADamagedRevisionTheOneBeforeCountsAndTheStatusSaysSo() throws IOException {
        deploy("ONE");
        deploy("TWO");
        String text = Files.readString(file(2));
        for (String damaged : List.of(
                text.replace("TWO", "TWx"), text.substring(0, text.length() - 1), "", text.replace("alice", "maria"))) {
            Files.writeString(file(2), damaged);

            start();

            assertThat(daemon.inForce("sshd")).isEqualTo("ONE");
            assertThat(daemon.admission
                            .status("sshd")
                            .orElseThrow()
                            .refused()
                            .orElseThrow()
                            .problems())
                    .singleElement()
                    .asString()
                    .isEqualTo(file(2) + ": error: was damaged or written by hand, and does not count;"
                            + " deploy it again, or remove it");
        }
    }

    @Test
    void aDeploymentHealsWhatWasDamaged() throws IOException {
        ofADamagedRevisionTheOneBeforeCountsAndTheStatusSaysSo();

        deploy("THREE");

        assertThat(daemon.admission.status("sshd").orElseThrow().refused()).isEmpty();
        start();
        assertThat(daemon.inForce("sshd")).isEqualTo("THREE");
        assertThat(daemon.admission.status("sshd").orElseThrow().refused()).isEmpty();
    }

    @Test
    void aRevisionUnderAnothersNameDoesNotCount() throws IOException {
        deploy("ONE");
        Files.createDirectory(folder().resolve("other"));
        Files.copy(file(1), folder().resolve("other/1.conf"));

        start();

        assertThat(daemon.admission.inForce("other")).isEmpty();
    }

    @Test
    void aRightChecksumDoesNotLetInWhatDeployWouldRefuse() throws IOException {
        deploy("# ONE\n[INCLUDES]\nbefore = common.conf\n");
        String header = Files.readString(file(1)).lines().toList().get(1);
        String signed = header + "\n# ONE\n[INCLUDES]\nbefore = ../common.conf\n";
        Files.writeString(
                file(1), "# Bailiff filter, format 1, written by the daemon; sha256 " + sha256(signed) + "\n" + signed);

        start();

        assertThat(daemon.inForce("sshd")).isEqualTo("FAIL");
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void whatCannotBeKeptIsNotInForce() throws IOException {
        Files.writeString(folder(), "a file where the folder would be");

        assertThatThrownBy(() -> deploy("ONE"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "filter sshd stays as it is, because the change could not be kept in " + file(1));
        assertThat(daemon.inForce("sshd")).isEqualTo("FAIL");
        assertThat(daemon.audited).singleElement().asString().contains("stays as it is");
    }

    @Test
    void aRollbackToADamagedRevisionIsRefused() throws IOException {
        deploy("ONE");
        deploy("TWO");
        Files.writeString(file(1), "damaged");

        assertThatThrownBy(this::rollback)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("text 1 of sshd cannot be put back");
        assertThat(daemon.inForce("sshd")).isEqualTo("TWO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".hidden", "a/b", "../x", "a..b", "a b", "x\n", "ä", "String\u0000"})
    void aNameThatCouldLeadElsewhereIsNone(String name) {
        assertThatThrownBy(() -> daemon.library.deploy(name, "ONE", false, ALICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no filter's name");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void aTextIsNeitherEmptyNorEndless() {
        assertThatThrownBy(() -> deploy(" \n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the text is empty");
        assertThatThrownBy(() -> deploy("x".repeat(256 * 1024 + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the text is longer than 262144 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../common.conf", "/etc/passwd", "shared/common.conf", "common", ".hidden.conf", "a/../b.local"})
    void aTextIncludesOthersByTheirBareNamesOnly(String include) {
        FilterVerdict verdict = deploy("# ONE\n[INCLUDES]\nbefore = " + include + "\n");

        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.problems())
                .singleElement()
                .asString()
                .startsWith("deployed:sshd.conf:3: error: '" + include + "' cannot be included");
    }

    @Test
    void anIncludeIsFoundAmongTheOthersAndItsOwnNameMeansWhatLiesUnderIt() {
        daemon.offer(new Word("common", "filter.d/common.conf", "COMMON"), FilterDefinition.RANKING_ETC);
        deploy("# ONE\n[INCLUDES]\nbefore = common.conf\n  sshd.conf\n");
        FilterDefinition deployed = daemon.admission.inForce("sshd").orElseThrow();

        assertThat(deployed.include("common.conf").orElseThrow().text()).isEqualTo("COMMON");
        assertThat(deployed.include("sshd.conf").orElseThrow().text()).isEqualTo("FAIL");
        assertThat(deployed.include("absent.conf")).isEmpty();
        assertThat(deployed.include("../common.conf")).isEmpty();
    }
}
