// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.PastLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real processes, and a program that does what the test wants. */
@Timeout(60)
class JournalArchiveTest {
    private static final Instant FIRST = Instant.EPOCH.plus(Export.EPOCH_MICROS + 1_000_000, ChronoUnit.MICROS);

    @TempDir
    private Path temporary;

    private ScriptedProgram program;
    private JournalArchive archive;

    @BeforeEach
    void start() throws IOException {
        program = new ScriptedProgram(temporary);
        archive = new JournalArchive(program.journalctl());
    }

    private PastLines open(Instant since) throws IOException {
        return archive.open(archive.find("_COMM=sshd").streams().get(0), since);
    }

    private static List<String> read(PastLines lines) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Optional<LineBatch> batch = lines.next(); batch.isPresent(); batch = lines.next()) {
            for (int line = 0; line < batch.get().count(); line++) {
                int start = batch.get().start(line);
                int length = batch.get().end(line) - start;
                String text = new String(batch.get().buffer(), start, length, StandardCharsets.UTF_8);
                texts.add(batch.get().stamp(line).orElseThrow() + " " + text);
            }
        }
        return texts;
    }

    @Test
    void allThatThereIsIsReadToItsEndAndEachLineHasItsTime() throws Exception {
        program.gives(0, Export.entry(1, "one").and(Export.entry(2, "two")));

        try (PastLines lines = open(Instant.EPOCH)) {
            assertThat(read(lines))
                    .containsExactly(FIRST + " host sshd[42]: one", FIRST.plusSeconds(1) + " host sshd[42]: two");
            assertThat(lines.problems()).isEmpty();
        }
        assertThat(program.starts())
                .singleElement()
                .asString()
                .contains("_COMM=sshd")
                .doesNotContain("--follow", "--since");
    }

    @Test
    void theProgramIsToldSinceWhen() throws Exception {
        try (PastLines lines = open(Instant.ofEpochSecond(1_700_000_000))) {
            assertThat(read(lines)).isEmpty();
        }

        assertThat(program.starts()).singleElement().asString().contains("--since=@1700000000.000000");
    }

    @Test
    void aProgramThatFailsIsSaid() throws Exception {
        program.gives(0, Export.entry(1, "one")).ends(0, 1, "no such field");

        try (PastLines lines = open(Instant.EPOCH)) {
            assertThatThrownBy(() -> read(lines))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no such field");
        }
    }

    @Test
    void whoMayNotReadTheJournalIsTold() throws Exception {
        program.removeJournal();

        try (PastLines lines = open(Instant.EPOCH)) {
            assertThat(read(lines)).isEmpty();
            assertThat(lines.problems()).singleElement().asString().contains("there is no journal on this host");
        }
    }

    @Test
    void withoutTheProgramNothingIsRead() throws Exception {
        program.removeProgram();

        assertThatThrownBy(() -> open(Instant.EPOCH))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void aWrongExpressionNamesNothingAndIsSaid() {
        assertThat(archive.find("nonsense").streams()).isEmpty();
        assertThat(archive.find("nonsense").problems())
                .singleElement()
                .asString()
                .startsWith("journalmatch: ");
    }
}
