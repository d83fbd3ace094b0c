// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DecisionWriterTest {
    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final DecisionQueue queue = new DecisionQueue(() -> Bans.NOW);
    private final AtomicReference<Decision> reload = new AtomicReference<>();
    private Path path;
    private DecisionWriter writer;

    @BeforeEach
    void begin() {
        path = folder.resolve("decisions.log");
    }

    @AfterEach
    void end() {
        writer.close();
    }

    private void start() {
        writer = new DecisionWriter(queue, path, () -> Optional.ofNullable(reload.getAndSet(null)), nanos::get);
        writer.start();
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static void awaitLines(Path file, int count) throws IOException {
        while (lines(file).size() < count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aDecisionIsALine() throws Exception {
        start();
        queue.add(Bans.banned("192.0.2.7"));

        awaitLines(path, 1);
        assertThat(lines(path)).containsExactly(DecisionJson.line(Bans.banned("192.0.2.7")));
    }

    @Test
    void whatWaitsAtTheEndIsWritten() throws Exception {
        for (int index = 0; index < 5000; index++) {
            queue.add(Bans.banned("192.0.2.7"));
        }
        start();

        writer.close();

        assertThat(lines(path)).hasSize(5000);
    }

    @Test
    void aSignalHasTheFileOpenedAnew() throws Exception {
        start();
        queue.add(Bans.banned("192.0.2.1"));
        awaitLines(path, 1);
        Path rotated = Files.move(path, folder.resolve("decisions.log.1"));

        writer.reopen();
        queue.add(Bans.banned("192.0.2.2"));

        awaitLines(path, 1);
        assertThat(lines(path).get(0)).contains("192.0.2.2");
        assertThat(lines(rotated)).hasSize(1);
    }

    @Test
    void aRenamedFileIsNoticedWithoutASignalWithinASecondOfActivity() throws Exception {
        start();
        queue.add(Bans.banned("192.0.2.1"));
        awaitLines(path, 1);
        Path rotated = Files.move(path, folder.resolve("decisions.log.1"));
        queue.add(Bans.banned("192.0.2.2"));
        awaitLines(rotated, 2);

        nanos.addAndGet(1_000_000_000L);
        queue.add(Bans.banned("192.0.2.3"));

        awaitLines(path, 1);
        assertThat(lines(path).get(0)).contains("192.0.2.3");
    }

    @Test
    void whileTheDiskTakesNothingDecisionsWaitAndNobodyElseDoes() throws Exception {
        path = folder.resolve("later/decisions.log");
        start();
        for (int index = 0; index < DecisionQueue.MOST + 2000; index++) {
            queue.add(Bans.banned("192.0.2.7"));
        }
        Files.createDirectory(path.getParent());
        writer.reopen();

        while (lines(path).stream().noneMatch(line -> line.contains("\"event\":\"lost\""))) {
            Thread.onSpinWait();
        }
        List<String> lines = lines(path);
        long lost = lines.stream()
                .filter(line -> line.contains("\"lost\""))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*\"count\":(\\d+).*", "$1")))
                .sum();
        assertThat(lines.size() - 1 + lost).isEqualTo(DecisionQueue.MOST + 2000);
    }

    private void awaitTrouble(Predicate<String> wanted) {
        while (writer.trouble().filter(wanted).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void thatItCannotBeWrittenIsKnownBeforeThereIsALine() throws Exception {
        path = folder.resolve("later/decisions.log");
        start();

        awaitTrouble(
                trouble -> trouble.startsWith("decisions cannot be written to " + path + ": the folder is not there;"));
        Files.createDirectory(path.getParent());
        queue.rouse();

        awaitTrouble(String::isEmpty);
        assertThat(path).isEmptyFile();
    }

    @Test
    void aReloadIsALine() throws Exception {
        reload.set(new Decision.Reloaded(Bans.NOW, 2, "nothing changed"));
        start();
        queue.rouse();

        awaitLines(path, 1);
        assertThat(lines(path).get(0)).contains("\"event\":\"reload\"");
    }
}
