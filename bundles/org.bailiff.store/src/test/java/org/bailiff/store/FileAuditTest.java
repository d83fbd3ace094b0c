// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.audit.AuditEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAuditTest {
    private static final Caller ALICE = new Caller("alice", "socket", Role.OPERATOR);
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("audit.log");
    }

    @Test
    void anEntryIsALineOfJson() throws IOException {
        new FileAudit(file, NOON, 1000).record(ALICE, "set", "sshd maxretry", "5", "3", "done");

        assertThat(file)
                .hasContent("{\"time\":\"2026-11-23T12:00:00Z\",\"principal\":\"alice\",\"channel\":\"socket\","
                        + "\"role\":\"OPERATOR\",\"from\":\"\",\"what\":\"set\",\"subject\":\"sshd maxretry\",\"before\":\"5\","
                        + "\"after\":\"3\",\"outcome\":\"done\"}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void hostileTextStaysInItsEntry() throws IOException {
        new FileAudit(file, NOON, 1000).record(ALICE, "ban", "x\"}\n{\u001b[31m", "", "", "<html>");

        assertThat(Files.readAllLines(file)).hasSize(1);
        String subject = JsonParser.parseString(Files.readString(file))
                .getAsJsonObject()
                .get("subject")
                .getAsString();
        assertThat(subject).isEqualTo("x\"}\\x0a{\\x1b[31m");
    }

    @Test
    void fullFilesAreKeptFiveDeep() throws IOException {
        FileAudit audit = new FileAudit(file, NOON, 1);

        for (int number = 1; number <= 8; number++) {
            audit.record(ALICE, "ban", "number " + number, "", "", "done");
        }

        assertThat(Files.readString(file)).contains("number 8");
        assertThat(Files.readString(directory.resolve("audit.log.1"))).contains("number 7");
        assertThat(Files.readString(directory.resolve("audit.log.5"))).contains("number 3");
        assertThat(directory.resolve("audit.log.6")).doesNotExist();
    }

    @Test
    void behindATornEntryTheNextBeginsItsOwnLine() throws IOException {
        Files.writeString(file, "{\"torn");

        new FileAudit(file, NOON, 1000).record(ALICE, "ban", "whole", "", "", "done");

        assertThat(Files.readAllLines(file)).hasSize(2).last().asString().contains("whole");
    }

    @Test
    void whatCannotBeWrittenIsWrittenInItsOrderOnceItCan() throws IOException {
        file = directory.resolve("none/audit.log");
        FileAudit audit = new FileAudit(file, NOON, FileAudit.LIMIT);
        audit.record(ALICE, "ban", "first", "", "", "done");
        audit.record(ALICE, "ban", "second", "", "", "done");
        assertThat(audit.latest(10)).extracting(AuditEntry::subject).containsExactly("second", "first");
        Files.createDirectory(file.getParent());

        audit.tick();

        assertThat(Files.readAllLines(file)).hasSize(2).first().asString().contains("first");
        audit.record(ALICE, "ban", "third", "", "", "done");
        assertThat(audit.latest(10)).extracting(AuditEntry::subject).containsExactly("third", "second", "first");
    }

    @Test
    void ofWhatCannotBeWrittenOnlySoMuchWaitsAndTheRestIsCounted() throws IOException {
        file = directory.resolve("none/audit.log");
        FileAudit audit = new FileAudit(file, NOON, FileAudit.LIMIT);
        for (int number = 1; number <= FileAudit.WAITING + 3; number++) {
            audit.record(ALICE, "ban", "number " + number, "", "", "done");
        }
        assertThat(audit.latest(1))
                .extracting(AuditEntry::outcome)
                .first()
                .asString()
                .startsWith("3 entries");
        Files.createDirectory(file.getParent());

        audit.record(ALICE, "ban", "after that", "", "", "done");

        assertThat(Files.readAllLines(file)).hasSize(FileAudit.WAITING + 2);
        assertThat(audit.latest(3))
                .extracting(entry -> entry.subject() + entry.outcome().substring(0, 4))
                .containsExactly("after thatdone", "3 en", "number " + FileAudit.WAITING + "done");
    }

    @Test
    void whatIsRefusedOverAndOverIsToldByTheMinute() {
        Instant[] now = {NOON.instant()};
        FileAudit audit = new FileAudit(file, () -> now[0], FileAudit.LIMIT);
        for (int number = 1; number <= 600; number++) {
            audit.record(ALICE, "set", "number " + number, "5", "5", "may not");
        }
        assertThat(audit.latest(1000)).hasSize(RefusedMinutes.ONE_BY_ONE);

        now[0] = now[0].plusSeconds(60);
        audit.tick();

        assertThat(audit.latest(1000)).hasSize(RefusedMinutes.ONE_BY_ONE + 1);
        assertThat(audit.latest(1).get(0).subject()).isEqualTo("number 600");
        assertThat(audit.latest(1).get(0).outcome()).isEqualTo("may not; so were 579 more since 2026-11-23T12:00:00Z");
    }

    @Test
    void atTheEndNoRefusalIsLeftUntold() {
        FileAudit audit = new FileAudit(file, NOON, FileAudit.LIMIT);
        for (int number = 1; number <= 22; number++) {
            audit.record(ALICE, "set", "number " + number, "", "", "may not");
        }

        audit.flush();

        assertThat(audit.latest(1).get(0).outcome()).startsWith("may not; so were 1 more");
    }

    @Test
    void whatIsDoneIsToldEachTime() {
        FileAudit audit = new FileAudit(file, NOON, FileAudit.LIMIT);
        for (int number = 1; number <= 50; number++) {
            audit.record(ALICE, "ban", "number " + number, "", "", "done");
            audit.record(ALICE, "ban", "number " + number, "", "until noon", "not in force yet");
        }

        assertThat(audit.latest(1000)).hasSize(100);
    }

    @Test
    void nobodysRefusalsHideThoseOfOthersNorTakeMoreThanSoMuchRoom() {
        FileAudit audit = new FileAudit(file, NOON, FileAudit.LIMIT);
        for (int number = 1; number <= 30; number++) {
            audit.record(ALICE, "set", "", "", "", "may not");
        }
        audit.record(new Caller("bob", "socket", Role.OPERATOR), "set", "", "", "", "may not");
        assertThat(audit.latest(1).get(0).caller().principal()).isEqualTo("bob");

        for (int number = 1; number <= 1000; number++) {
            audit.record(new Caller("user " + number, "socket", Role.OPERATOR), "set", "", "", "", "may not");
        }
        assertThat(audit.latest(2000)).hasSizeLessThan(RefusedMinutes.KINDS + 2 * RefusedMinutes.ONE_BY_ONE + 1);
    }

    @Test
    void theLatestComeFirstOutOfAllFiles() throws IOException {
        FileAudit audit = new FileAudit(file, NOON, 400);
        Caller bob = new Caller("bob", "jmx-remote", Role.ADMINISTRATOR, "127.0.0.1:40112");
        for (int number = 1; number <= 4; number++) {
            audit.record(bob, "set", "number " + number, "5", "\u00e9", "done");
        }
        Files.writeString(file, "{\"torn", java.nio.file.StandardOpenOption.APPEND);

        assertThat(audit.latest(3))
                .extracting(entry -> entry.subject())
                .containsExactly("number 4", "number 3", "number 2");
        assertThat(audit.latest(1))
                .containsExactly(new AuditEntry(NOON.instant(), bob, "set", "number 4", "5", "\u00e9", "done"));
    }
}
