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
    void anEntryThatCannotBeWrittenThrowsNothing() throws IOException {
        Files.createDirectory(file);
        FileAudit audit = new FileAudit(file, NOON, FileAudit.LIMIT);
        audit.record(ALICE, "ban", "lost", "", "", "done");
        Files.delete(file);

        audit.record(ALICE, "ban", "kept", "", "", "done");

        assertThat(Files.readAllLines(file)).hasSize(1).last().asString().contains("kept");
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
