// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.JailRecord;
import org.bailiff.api.store.StoreStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileStoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private Path log;
    private Path damaged;
    private FailingFolder folder;
    private FileStore store;

    /** What may stand in the place of a file, and never ends when it is read. */
    private static Stream<InTheWay> whatIsNoFile() {
        return Stream.of(
                FileStoreTest::makePipe,
                place -> Files.createSymbolicLink(place, Path.of("/dev/zero")),
                place -> Files.createSymbolicLink(place, Path.of("missing/file")));
    }

    private interface InTheWay {
        void make(Path place) throws IOException;
    }

    private static void makePipe(Path place) throws IOException {
        try {
            assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor())
                    .isZero();
        } catch (InterruptedException ending) {
            throw new IOException(ending);
        }
    }

    @ParameterizedTest
    @MethodSource("whatIsNoFile")
    void whatIsNoFileInTheLogsPlaceIsNeverOpenedAndPutAside(InTheWay what) throws IOException {
        write(Records.small(1));
        Files.delete(log);
        what.make(log);

        assertTimeoutPreemptively(PATIENCE, () -> assertThat(remembered()).isEmpty());

        assertThat(store.status().healthy()).isFalse();
        assertThat(store.status().reason()).contains(log + " cannot be read (it is not an ordinary file)");
        assertThat(Files.exists(log.resolveSibling("sshd.log.unreadable"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        write(Records.small(2));
        assertThat(remembered()).containsExactly(Records.small(2));
        assertThat(store.status().healthy()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("whatIsNoFile")
    void whatIsNoFileInTheNotesPlaceIsNeverOpenedAndPutAside(InTheWay what) throws IOException {
        write(Records.small(1));
        for (String name : List.of("seed", "jails.known")) {
            Path note = directory.resolve(name);
            Files.delete(note);
            what.make(note);

            assertTimeoutPreemptively(PATIENCE, () -> assertThat(remembered()).containsExactly(Records.small(1)));

            assertThat(store.status().healthy()).isFalse();
            assertThat(store.status().reason()).contains(note + " is damaged or gone", name + ".unreadable");
            assertThat(Files.exists(directory.resolve(name + ".unreadable"), LinkOption.NOFOLLOW_LINKS))
                    .isTrue();
            assertThat(remembered()).hasSize(1);
            assertThat(store.status().healthy()).isTrue();
        }
    }

    @Test
    void aNoteWithoutEndIsNotReadToItsEnd() throws IOException {
        write(Records.small(1));
        Path seed = directory.resolve("seed");
        try (RandomAccessFile file = new RandomAccessFile(seed.toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertTimeoutPreemptively(PATIENCE, () -> assertThat(remembered()).hasSize(1));

        assertThat(store.status().reason()).contains(seed + " is damaged");
    }

    @ParameterizedTest
    @MethodSource("whatIsNoFile")
    void whatIsNoFileInTheDamagedLinesPlaceIsPutAside(InTheWay what) throws IOException {
        write(Records.small(1));
        Files.writeString(log, "damage\n", StandardOpenOption.APPEND);
        what.make(damaged);

        assertTimeoutPreemptively(PATIENCE, () -> assertThat(remembered()).hasSize(1));

        assertThat(damaged).isRegularFile().hasContent("damage");
    }

    @BeforeEach
    void open() throws IOException {
        Path jails = directory.resolve("jails");
        log = jails.resolve("sshd.log");
        damaged = jails.resolve("sshd.log.damaged");
        folder = new FailingFolder(new DiskFolder(jails));
        store = new FileStore(new DiskFolder(directory), folder);
    }

    private void write(JailRecord... records) {
        try (JailLog jailLog = store.open("sshd")) {
            for (JailRecord record : records) {
                assertThat(jailLog.append(record, false)).isEqualTo(new JailLog.Receipt(true, "", false));
            }
        }
    }

    /** What a daemon that starts now remembers. */
    private List<JailRecord> remembered() {
        store = new FileStore(new DiskFolder(directory), folder);
        try (JailLog jailLog = store.open("sshd")) {
            return all(jailLog);
        }
    }

    private static List<JailRecord> small(int from, int to) {
        return IntStream.range(from, to).mapToObj(Records::small).toList();
    }

    @Test
    void aNewLogIsEmpty() {
        assertThat(remembered()).isEmpty();
        assertThat(store.status().healthy()).isTrue();
    }

    @Test
    void recordsComeBackInTheirOrder() {
        write(Records.small(1), Records.full(), Records.small(2));

        assertThat(remembered()).containsExactly(Records.small(1), Records.full(), Records.small(2));
    }

    @Test
    void aRecordIsOnDiskWhenAppendReturns() {
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.append(Records.small(1), true);

            FileStore another = new FileStore(new DiskFolder(directory), folder);
            assertThat(all(another.open("sshd"))).containsExactly(Records.small(1));
        }
    }

    @Test
    void anInterruptedThreadStillWrites() throws IOException {
        try (JailLog jailLog = store.open("sshd")) {
            Thread.currentThread().interrupt();

            assertThat(jailLog.append(Records.small(1), true).kept()).isTrue();
            assertThat(jailLog.rewrite(List.of(Records.small(2))).kept()).isTrue();
            assertThat(jailLog.append(Records.small(3), true).kept()).isTrue();
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(remembered()).containsExactly(Records.small(2), Records.small(3));
    }

    @Test
    void aFlippedByteCostsOneRecordWhereverItIs() throws IOException {
        write(small(1, 5).toArray(JailRecord[]::new));
        byte[] sound = Files.readAllBytes(log);

        for (int index = 0; index < sound.length; index++) {
            for (int flip : new int[] {0x01, 0x20, 0x80, sound[index] ^ '\n', sound[index]}) {
                damage(sound, index, flip);
            }
        }
    }

    /** Turns bits of one byte over and starts twice, on a disk in memory: there are thousands. */
    private static void damage(byte[] sound, int index, int flip) {
        byte[] flipped = sound.clone();
        flipped[index] ^= (byte) flip;
        if (Arrays.equals(flipped, sound)) {
            return;
        }
        SimulatedDisk disk = new SimulatedDisk(new Random(0));
        disk.put("sshd.log", flipped);
        int hit = recordAt(sound, index);
        List<JailRecord> others = small(1, 5).stream()
                .filter(record -> record.totals().failed() != hit)
                .toList();
        FileStore first = new FileStore(disk, disk);
        assertThat(all(first.open("sshd"))).as("byte %d", index).containsSubsequence(others);
        assertThat(first.status().corruptRecords()).as("byte %d", index).isPositive();
        assertThat(disk.has("sshd.log.damaged")).as("byte %d", index).isTrue();
        FileStore second = new FileStore(disk, disk);
        assertThat(all(second.open("sshd"))).as("byte %d, a start later", index).containsSubsequence(others);
        assertThat(second.status().healthy())
                .as("byte %d, a start later", index)
                .isTrue();
    }

    /** Which line the byte is in; 0 is the header. */
    private static int recordAt(byte[] log, int index) {
        return (int) IntStream.range(0, index).filter(i -> log[i] == '\n').count();
    }

    @Test
    void aDamagedRecordIsCountedNamedAndSetAsideOnce() throws IOException {
        write(Records.small(1), Records.small(2));
        String text = Files.readString(log);
        Files.writeString(log, text.replace("17:1", "17:9"));

        assertThat(remembered()).containsExactly(Records.small(2));

        assertThat(store.status().corruptRecords()).isEqualTo(1);
        assertThat(store.status().healthy()).isFalse();
        assertThat(store.status().reason()).contains(log + " is damaged", "line 2", damaged.toString());
        assertThat(Files.readString(damaged)).isEqualTo(text.split("\n")[1].replace("17:1", "17:9") + "\n");

        assertThat(remembered()).containsExactly(Records.small(2));
        assertThat(store.status().corruptRecords()).isZero();
        assertThat(store.status().healthy()).isTrue();
        assertThat(Files.readAllLines(damaged)).hasSize(1);
    }

    @Test
    void aTornTailCostsTheLastRecordAtMost() throws IOException {
        write(Records.small(1), Records.small(2));
        byte[] sound = Files.readAllBytes(log);
        int last = new String(sound, StandardCharsets.UTF_8).lastIndexOf('\n', sound.length - 2) + 1;

        for (int length = last; length < sound.length; length++) {
            Files.write(log, Arrays.copyOf(sound, length));

            boolean onlyItsLineEndIsMissing = length == sound.length - 1;
            assertThat(remembered()).as("length %d", length).hasSize(onlyItsLineEndIsMissing ? 2 : 1);
            assertThat(store.status().corruptRecords()).isEqualTo(length == last || onlyItsLineEndIsMissing ? 0 : 1);
            write(Records.small(3));
            assertThat(remembered())
                    .as("length %d", length)
                    .startsWith(Records.small(1))
                    .endsWith(Records.small(3));
        }
    }

    @Test
    void aFileCutAnywhereIsReadWithoutAnException() throws IOException {
        write(Records.full(), Records.full());
        byte[] sound = Files.readAllBytes(log);

        for (int length = 0; length < sound.length; length++) {
            Files.write(log, Arrays.copyOf(sound, length));

            assertThat(remembered()).as("length %d", length).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void aLogOfALaterFormatIsRefusedAndStaysAsItIs() throws IOException {
        write(Records.small(1));
        Files.write(log, ChecksummedLine.of("{\"format\":3}"));

        assertThatThrownBy(() -> store.open("sshd"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(log + " has format 3");
        assertThat(Files.readAllBytes(log)).isEqualTo(ChecksummedLine.of("{\"format\":3}"));
    }

    @Test
    void aLogThatCannotBeReadIsPutAsideAndTheJailRuns() throws IOException {
        write(Records.small(1));
        Files.delete(log);
        Files.createDirectories(log.resolve("whatever"));

        store = new FileStore(new DiskFolder(directory), folder);
        try (JailLog jailLog = store.open("sshd")) {
            assertThat(all(jailLog)).isEmpty();
            assertThat(jailLog.loss().orElseThrow()).contains(log + " cannot be read", "sshd.log.unreadable");
            assertThat(store.status().healthy()).isFalse();
            assertThat(jailLog.append(Records.small(2), true).kept()).isTrue();
        }
        assertThat(log.resolveSibling("sshd.log.unreadable/whatever")).exists();
        assertThat(remembered()).containsExactly(Records.small(2));
        assertThat(store.status().healthy()).isTrue();
    }

    @Test
    void aLogThatIsGoneEmptyOrCutOffIsMissedOnce() throws IOException {
        write(Records.small(1));
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.rewrite(small(1, 5));
        }
        byte[] sound = Files.readAllBytes(log);
        int header = new String(sound, StandardCharsets.UTF_8).indexOf('\n') + 1;

        Files.delete(log);
        assertLossOnce("is gone");
        Files.write(log, new byte[0]);
        assertLossOnce("is empty");
        Files.write(log, Arrays.copyOf(sound, header));
        assertLossOnce("was cut off");
        Files.write(log, ChecksummedLine.of(Header.STARTED));
        assertLossOnce("was cut off");
    }

    private void assertLossOnce(String what) {
        remembered();
        assertThat(store.status().healthy()).isFalse();
        assertThat(store.status().reason()).contains(log + " " + what);
        remembered();
        assertThat(store.status().healthy()).as(what).isTrue();
    }

    @Test
    void aJailThatNeverHadALogHasLostNone() {
        write(Records.small(1));

        assertThat(store.open("another").loss()).isEmpty();
        assertThat(store.status().healthy()).isTrue();
    }

    @Test
    void aLogOfFormatOneIsReadAndWrittenAnew() throws IOException {
        Files.createDirectories(log.getParent());
        LineBuffer lines = new LineBuffer();
        lines.object("{\"format\":1,\"whole\":2}");
        small(1, 4).forEach(lines::record);
        ByteRange written = lines.take();
        Files.write(log, Arrays.copyOf(written.bytes(), written.length()));

        assertThat(remembered()).containsExactlyElementsOf(small(1, 4));
        assertThat(store.status().healthy()).isTrue();
        assertThat(Files.readAllLines(log))
                .satisfiesExactly(
                        line -> assertThat(line).contains(Header.REWRITTEN),
                        line -> assertThat(line).contains("17:1"),
                        line -> assertThat(line).contains("17:2"),
                        line -> assertThat(line).contains(Header.WHOLE),
                        line -> assertThat(line).contains("17:3"));
        assertThat(remembered()).containsExactlyElementsOf(small(1, 4));
    }

    @Test
    void aDamagedHeaderIsDamageAndNoLaterFormat() throws IOException {
        write(Records.small(1));
        Files.writeString(log, Files.readString(log).replace("\"format\":2", "\"format\":3"));

        assertThat(remembered()).containsExactly(Records.small(1));
        assertThat(store.status().reason()).contains("line 1");
    }

    @Test
    void aLogIsOpenForOneJailAtATime() {
        JailLog first = store.open("sshd");

        assertThatThrownBy(() -> store.open("sshd")).isInstanceOf(IllegalStateException.class);
        first.close();
        store.open("sshd").close();
    }

    @Test
    void aNameThatIsNoFileNameIsRefused() {
        assertThatThrownBy(() -> store.open("../../etc/x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRecordThatDoesNotFitHarmsNoOther() throws IOException {
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.append(Records.small(1), false);
            folder.room = 20;

            JailLog.Receipt receipt = jailLog.append(Records.small(2), false);

            assertThat(receipt.kept()).isFalse();
            assertThat(receipt.problem()).contains(log.toString(), "No space left on device", "sshd");
            assertThat(store.status().healthy()).isFalse();
            assertThat(store.status().reason()).isEqualTo(receipt.problem());

            folder.room = Long.MAX_VALUE;
            assertThat(jailLog.append(Records.small(3), false))
                    .as("its position would be ahead of what is missing")
                    .isEqualTo(new JailLog.Receipt(false, receipt.problem(), true));
        }
        assertThat(remembered()).containsExactly(Records.small(1));
        assertThat(store.status().corruptRecords()).isZero();
    }

    @Test
    void aRewriteClosesTheGap() {
        try (JailLog jailLog = store.open("sshd")) {
            folder.room = 0;
            jailLog.append(Records.small(1), false);
            folder.room = Long.MAX_VALUE;
            assertThat(jailLog.append(Records.small(2), false).rewriteDue()).isTrue();
            assertThat(store.status().healthy()).isFalse();

            assertThat(jailLog.rewrite(List.of(Records.small(3)))).isEqualTo(new JailLog.Receipt(true, "", false));

            assertThat(store.status().healthy()).isTrue();
            assertThat(jailLog.append(Records.small(4), false)).isEqualTo(new JailLog.Receipt(true, "", false));
        }
        assertThat(remembered()).containsExactly(Records.small(3), Records.small(4));
    }

    @Test
    void aRecordThatCouldNotBeForcedIsNotKept() {
        try (JailLog jailLog = store.open("sshd")) {
            folder.forces = false;

            assertThat(jailLog.append(Records.small(1), true).kept()).isFalse();
            folder.forces = true;
            assertThat(jailLog.rewrite(List.of(Records.small(1))).kept()).isTrue();
            assertThat(jailLog.append(Records.small(2), true).kept()).isTrue();
        }
    }

    @Test
    void aRewritePutsTheWholeInThePlaceOfAll() throws IOException {
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.append(Records.small(1), false);

            assertThat(jailLog.rewrite(List.of(Records.full())).kept()).isTrue();

            jailLog.append(Records.small(2), false);
        }
        List<JailRecord> records = remembered();
        assertThat(records).hasSize(2).endsWith(Records.small(2));
        assertThat(records)
                .flatExtracting(JailRecord::banned)
                .isEqualTo(Records.full().banned());
        try (Stream<Path> files = Files.list(log.getParent())) {
            assertThat(files).containsExactly(log);
        }
    }

    @Test
    void aRewriteThatFailsLeavesTheOldLogAndIsNotAskedForAtOnce() throws IOException {
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.append(Records.small(1), false);
            folder.room = 30;
            assertThat(jailLog.rewrite(List.of(Records.full())).kept()).isFalse();
            folder.room = Long.MAX_VALUE;
            folder.renames = false;
            assertThat(jailLog.rewrite(List.of(Records.full())).kept()).isFalse();

            for (int number = 1; number < AppendLog.REWRITE_PATIENCE; number++) {
                assertThat(jailLog.append(Records.small(2), false).rewriteDue()).isFalse();
            }
            assertThat(jailLog.append(Records.small(2), false).rewriteDue()).isTrue();
        }
        assertThat(remembered()).containsExactly(Records.small(1));
        try (Stream<Path> files = Files.list(log.getParent())) {
            assertThat(files).containsExactly(log);
        }
    }

    @Test
    void aLogThatHasGrownAsksToBeWrittenAnewAlsoAfterARestart() {
        JailRecord record = Records.full();
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.rewrite(List.of(record));
            while (log.toFile().length() < AppendLog.REWRITE_FLOOR - 10_000) {
                assertThat(jailLog.append(record, false).rewriteDue()).isFalse();
            }
        }
        try (JailLog jailLog = store.open("sshd")) {
            boolean due = false;
            for (int number = 0; number < 10; number++) {
                due = jailLog.append(record, false).rewriteDue();
            }
            assertThat(due).isTrue();
        }
    }

    @Test
    void whatHasGrownMuchIsTidiedAndWhatHasNotStaysAsItIs() {
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.append(Records.small(1), false);
            jailLog.tidy(List.of(Records.small(9)));
            jailLog.append(large(), false);
            jailLog.append(large(), false);
        }
        assertThat(remembered()).hasSize(3).startsWith(Records.small(1));

        try (JailLog jailLog = store.open("sshd")) {
            jailLog.load(record -> {});
            jailLog.tidy(List.of(large()));
            jailLog.append(Records.small(2), false);
            jailLog.tidy(List.of(Records.small(9)));
        }
        assertThat(remembered()).containsExactly(large(), Records.small(2));
    }

    @Test
    void whatCannotBeTidiedIsKeptAllTheSame() {
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.rewrite(List.of(large()));
            jailLog.append(large(), false);
            folder.room = 100;
            jailLog.tidy(List.of(Records.small(9)));

            assertThat(store.status().healthy()).isTrue();
            folder.room = Long.MAX_VALUE;
            assertThat(jailLog.append(Records.small(4), false).kept()).isTrue();
        }
        assertThat(remembered()).hasSize(3).endsWith(Records.small(4));
    }

    @Test
    void aLogThatCouldNotBeReadIsPutAsideAlsoWhenThatWorksLater() throws IOException {
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.append(Records.full(), false);
        }
        byte[] before = Files.readAllBytes(log);
        folder.reads = false;
        folder.renames = false;
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.load(record -> {});
            assertThat(jailLog.append(Records.small(1), false).rewriteDue()).isTrue();

            folder.reads = true;
            folder.renames = true;
            assertThat(jailLog.rewrite(List.of(Records.small(2))).kept()).isTrue();
        }

        assertThat(remembered()).containsExactly(Records.small(2));
        assertThat(log.resolveSibling("sshd.log.unreadable")).hasBinaryContent(before);
    }

    @Test
    void aLargeWholeMayGrowToFourTimesItsSize() {
        JailRecord large = large();
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.rewrite(List.of(large));
        }
        long size = log.toFile().length();
        assertThat(size).isGreaterThan(AppendLog.REWRITE_FLOOR);

        try (JailLog jailLog = store.open("sshd")) {
            assertThat(jailLog.append(large, false).rewriteDue()).isFalse();
            assertThat(jailLog.append(large, false).rewriteDue()).isFalse();
            jailLog.append(large, false);
            jailLog.append(large, false);
            assertThat(jailLog.append(large, false).rewriteDue()).isTrue();
        }
    }

    private static JailRecord large() {
        JailRecord full = Records.full();
        return new JailRecord(
                full.positions(),
                full.sessions(),
                full.beginnings(),
                List.of(),
                List.of(),
                IntStream.range(0, 4_000)
                        .mapToObj(number -> full.banned().get(number % 2))
                        .toList(),
                List.of(),
                full.totals());
    }

    @Test
    void aLogThatWasTakenAwayIsMadeAnewAndAsksForTheWhole() throws IOException {
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.append(Records.small(1), false);
            Files.delete(log);
            folder.room = 0;
            jailLog.append(Records.small(2), false);
            folder.room = Long.MAX_VALUE;

            assertThat(jailLog.append(Records.small(3), false).rewriteDue()).isTrue();
            assertThat(jailLog.rewrite(small(1, 4)).kept()).isTrue();
        }
        assertThat(remembered()).containsExactlyElementsOf(small(1, 4));
    }

    @Test
    void aFirstStartOnAFullDiskSaysSoAndKeepsAllWhenThereIsRoom() {
        SimulatedDisk disk = new SimulatedDisk(new Random(0));
        disk.room = 0;
        FileStore full = new FileStore(disk, disk);
        JailLog jailLog = full.open("sshd");
        assertThat(all(jailLog)).isEmpty();
        assertThat(full.status().healthy()).isFalse();
        assertThat(jailLog.append(Records.small(1), true).kept()).isFalse();

        disk.room = Long.MAX_VALUE;
        assertThat(jailLog.rewrite(small(1, 3)).kept()).isTrue();

        assertThat(full.status().healthy()).as(full.status().reason()).isTrue();
        FileStore next = new FileStore(disk, disk);
        assertThat(all(next.open("sshd"))).containsExactlyElementsOf(small(1, 3));
        assertThat(next.seed()).isEqualTo(full.seed());
    }

    @Test
    void whatIsReadAfterAKillInAFullDiskIsWhatTheJailKnewAtOneMoment() {
        try (JailLog jailLog = store.open("sshd")) {
            jailLog.append(Records.small(1), true);
            folder.room = 0;
            assertThat(jailLog.append(Records.full(), true).kept()).isFalse();
            folder.room = 300;
            assertThat(jailLog.append(Records.small(3), true).kept())
                    .as("there is room for it, and its position is ahead of what is missing")
                    .isFalse();
        }
        assertThat(remembered()).containsExactly(Records.small(1));
    }

    @Test
    void aLogThatIsNeverRewrittenStaysWithinItsBound() {
        JailRecord large = large();
        SimulatedDisk disk = new SimulatedDisk(new Random(0));
        JailLog jailLog = new FileStore(disk, disk).open("sshd");
        JailLog.Receipt receipt = jailLog.append(large, false);
        for (int number = 0; number < 10; number++) {
            receipt = jailLog.append(large, false);
        }
        assertThat(receipt.kept()).isFalse();
        assertThat(receipt.rewriteDue()).isTrue();
        assertThat(disk.content("sshd.log").length).isLessThan(5 * 1024 * 1024);

        assertThat(jailLog.rewrite(List.of(Records.small(1))).kept()).isTrue();
        assertThat(jailLog.append(Records.small(2), false).kept()).isTrue();
    }

    @Test
    void aClosedLogKeepsNothingAndSaysSo() {
        JailLog jailLog = store.open("sshd");
        jailLog.close();
        jailLog.close();

        assertThat(jailLog.append(Records.small(1), false).kept()).isFalse();
        assertThat(jailLog.rewrite(List.of(Records.small(1))).problem()).contains("closed");
    }

    @Test
    void allFilesAreForTheDaemonsUserAlone() throws IOException {
        write(Records.small(1));
        Files.write(log, new byte[] {'x', '\n'}, StandardOpenOption.APPEND);
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-rw-"));
        remembered();

        assertThat(mode(log)).isEqualTo("rw-------");
        assertThat(mode(damaged)).isEqualTo("rw-------");
        assertThat(mode(log.getParent())).isEqualTo("rwx------");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsToldUntilItCanAndThenItsNotesAreWritten(@TempDir Path empty) {
        FailingFolder disk = new FailingFolder(new DiskFolder(empty));
        disk.room = 0;
        FileStore full = new FileStore(disk, disk);

        assertThat(full.retry("The disk takes nothing.")).isFalse();
        assertThat(full.status().healthy()).isFalse();
        assertThat(full.status().reason()).contains("The disk takes nothing.");
        assertThat(full.retry("")).isFalse();
        assertThat(full.status().reason()).doesNotContain("takes nothing").contains("seed");

        disk.room = Long.MAX_VALUE;
        assertThat(full.retry("")).isTrue();
        assertThat(full.status().healthy()).isTrue();
        assertThat(new FileStore(disk, disk).seed()).isEqualTo(full.seed());
    }

    @Test
    void theStatusCountsRecordsAndBytesOfOpenLogs() {
        try (JailLog one = store.open("one");
                JailLog two = store.open("two")) {
            one.append(Records.small(1), false);
            two.append(Records.small(1), false);

            assertThat(store.status().records()).isEqualTo(2);
            assertThat(store.status().bytes())
                    .isEqualTo(2 * log.resolveSibling("one.log").toFile().length());
        }
    }

    private static List<JailRecord> all(JailLog log) {
        List<JailRecord> records = new ArrayList<>();
        log.load(records::add);
        return records;
    }

    @Test
    void whatIsRehearsedIsTakenAndForgottenAndNoFileTellsOfIt() throws IOException {
        StoreStatus before = store.status();
        try (JailLog first = store.rehearse("sshd");
                JailLog second = store.rehearse("sshd")) {
            boolean due = false;
            while (!due) {
                JailLog.Receipt receipt = first.append(Records.full(), true);
                assertThat(receipt.kept()).isTrue();
                due = receipt.rewriteDue();
            }
            assertThat(first.rewrite(List.of(Records.full())).kept()).isTrue();
            assertThat(second.append(Records.small(1), true).kept()).isTrue();
        }

        assertThat(store.status()).isEqualTo(before);
        assertThat(log).doesNotExist();
    }
}
