// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bailiff.action.command.LedgerEntry.State;
import org.bailiff.api.Ban;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("commands/sshd~command.log");
    }

    private Ledger open() {
        Ledger ledger = new Ledger(new DiskLines(file()), System::nanoTime);
        ledger.open();
        return ledger;
    }

    private static State state(Ledger ledger, int number) {
        return ledger.find(Bans.of(number).id()).map(LedgerEntry::state).orElse(null);
    }

    @Test
    void whatIsWrittenIsKnownAfterARestart() {
        Ledger ledger = open();
        assertThat(ledger.takeNew()).isTrue();
        ledger.add(Bans.of(1), State.WAITING);
        ledger.become(ledger.add(Bans.of(2), State.WAITING), State.TOLD);
        ledger.add(Bans.of(3), State.SKIPPED);
        ledger.remove(ledger.add(Bans.of(4), State.WAITING));

        Ledger again = open();

        assertThat(again.takeNew()).isFalse();
        assertThat(List.of(state(again, 1), state(again, 2), state(again, 3)))
                .containsExactly(State.WAITING, State.TOLD, State.SKIPPED);
        assertThat(again.entries()).hasSize(3);
        assertThat(again.told()).isEqualTo(1);
        assertThat(again.find(Bans.of(1).id()).flatMap(LedgerEntry::ban)).contains(Bans.of(1));
        assertThat(again.wasTold(Bans.of(2).id())).isTrue();
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        open();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aTornLastLineHarmsNoOther() throws IOException {
        Ledger ledger = open();
        ledger.add(Bans.of(1), State.WAITING);
        ledger.add(Bans.of(2), State.WAITING);
        byte[] whole = Files.readAllBytes(file());
        for (int cut = 1; cut < 40; cut++) {
            Files.write(file(), Arrays.copyOf(whole, whole.length - cut));
            Ledger torn = open();
            assertThat(state(torn, 1)).isEqualTo(State.WAITING);
            torn.add(Bans.of(3), State.WAITING);
            assertThat(state(open(), 3)).as("added after a cut of " + cut).isEqualTo(State.WAITING);
        }
    }

    @Test
    void noFlippedBitMakesABanThatWasNot() throws IOException {
        Ledger ledger = open();
        ledger.become(ledger.add(Bans.of(1), State.WAITING), State.TOLD);
        ledger.add(Bans.of(2), State.WAITING);
        byte[] whole = Files.readAllBytes(file());
        List<Ban> known = List.of(Bans.of(1), Bans.of(2));
        for (int at = 0; at < whole.length; at += 7) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1 << at % 8;
            Files.write(file(), flipped);
            for (LedgerEntry entry : open().entries()) {
                assertThat(entry.ban().map(known::contains).orElse(true))
                        .as("flipped at " + at)
                        .isTrue();
            }
        }
    }

    @Test
    void itIsBoundedByWhatIsInForce() throws IOException {
        Ledger ledger = open();
        for (int round = 0; round < 3000; round++) {
            LedgerEntry entry = ledger.add(Bans.of(round % 200), State.WAITING);
            ledger.become(entry, State.TOLD);
            ledger.remove(entry);
        }

        assertThat(Files.readAllLines(file(), StandardCharsets.UTF_8)).hasSizeLessThan(1010);
    }

    @Test
    void manyThatComeAtOnceAreWrittenAsOne() throws IOException {
        Ledger ledger = open();
        ledger.asOne(() -> {
            for (int number = 1; number < 200; number++) {
                ledger.add(Bans.of(number), State.SKIPPED);
            }
        });

        assertThat(open().entries()).hasSize(199);
        assertThat(Files.readAllLines(file())).hasSize(200);
    }

    @Test
    void aDamagedLineIsSaidWithTheFilesNameUntilTheNextStart() throws IOException {
        open().add(Bans.of(1), State.WAITING);
        Files.writeString(file(), "damage\n", StandardOpenOption.APPEND);

        Ledger damaged = open();

        assertThat(damaged.loss()).contains(file() + " is damaged: 1 of its lines are left out");
        assertThat(state(damaged, 1)).isEqualTo(State.WAITING);
        assertThat(open().loss()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkfifo", "ln -s /dev/zero", "ln -s missing", "mkdir"})
    void whatIsNoFileIsNeverOpenedAndPutAside(String make) throws Exception {
        open();
        Files.delete(file());
        List<String> words = Stream.concat(Stream.of(make.split(" ")), Stream.of(file().toString()))
                .toList();
        assertThat(new ProcessBuilder(words).start().waitFor()).isZero();

        Ledger ledger = assertTimeoutPreemptively(Duration.ofSeconds(10), this::open);

        assertThat(ledger.loss()).contains(file().toString(), "is put aside as sshd~command.log.unreadable");
        assertThat(ledger.takeNew()).isTrue();
        assertThat(ledger.problem()).isEmpty();
        ledger.add(Bans.of(1), State.WAITING);
        Ledger again = open();
        assertThat(state(again, 1)).isEqualTo(State.WAITING);
        assertThat(again.loss()).isEmpty();
    }

    @Test
    void aFolderThatIsNoFolderIsSaid() throws IOException {
        Files.writeString(folder.resolve("commands"), "in the way");

        Ledger ledger = open();
        ledger.add(Bans.of(1), State.WAITING);

        assertThat(ledger.problem()).isNotEmpty();
        assertThat(state(ledger, 1)).isEqualTo(State.WAITING);
    }
}
