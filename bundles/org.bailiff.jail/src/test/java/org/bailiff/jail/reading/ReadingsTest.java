// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.Start;
import org.bailiff.jail.fakes.FakeCompiler;
import org.bailiff.jail.fakes.FakeLogSourceFactory;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final String LOG = "/var/log/auth.log";

    private FakeLogSourceFactory files = new FakeLogSourceFactory();
    private final FakeCompiler compiler = new FakeCompiler();
    private final StepExecutor readingsThread = new StepExecutor();
    private final Readings readings = new Readings(readingsThread);

    /** Runs what was handed to it when it is told to. */
    private static final class StepExecutor implements Executor {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void run() {
            while (!tasks.isEmpty()) {
                tasks.remove().run();
            }
        }
    }

    /** A jail that notes the lines it was given. */
    private final class Reader {
        final Inbox inbox = new Inbox();
        final List<String> lines = new ArrayList<>();
        final Map<String, String> positions = new HashMap<>();
        Instant beginning = Instant.EPOCH;
        boolean late;
        Subscription subscription;

        Reader since(long second) {
            beginning = Instant.ofEpochSecond(second);
            return this;
        }

        /** One that comes back to where the others have read on. */
        Reader lateBehind(String position) {
            positions.put(LOG, position);
            late = true;
            return this;
        }

        Reader subscribe(String word) {
            return subscribe(word, LOG, false);
        }

        Reader subscribe(String word, String stream, boolean atTail) {
            Member member = new Member(
                    "reader",
                    inbox,
                    name -> new Member.Place(Optional.ofNullable(positions.get(name)), beginning, late));
            Member.Wish wish = new Member.Wish("file", stream, atTail, files, compiler.matcherFor(word));
            subscription = readings.subscribe(member, List.of(wish), compiler);
            readingsThread.run();
            return this;
        }

        private void note(Delivery delivery) {
            for (int line = 0; line < delivery.lines().count(); line++) {
                lines.add(delivery.lines().line(line, Optional.empty()).text());
            }
            delivery.seat().delivered();
            readingsThread.run();
        }

        void read() {
            try {
                Optional<Inbox.Work> work = inbox.take(Duration.ZERO);
                while (work.isPresent()) {
                    work.get().lines().ifPresent(this::note);
                    inbox.welcome().forEach(Seat::room);
                    work = inbox.take(Duration.ZERO);
                }
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    private void pump() {
        files.pump();
        readingsThread.run();
    }

    @Test
    void jailsGetOnlyTheLinesThatMayConcernThem() {
        Reader first = new Reader().subscribe("sshd");
        Reader second = new Reader().subscribe("smtp");
        files.write(LOG, "sshd 1", "smtp 2", "sshd 3", "other 4");

        pump();
        first.read();
        second.read();

        assertThat(first.lines).containsExactly("sshd 1", "sshd 3");
        assertThat(second.lines).containsExactly("smtp 2");
    }

    @Test
    void behindEveryLineStandsALineEnd() throws InterruptedException {
        Reader reader = new Reader().subscribe("line");
        files.write(LOG, "line 1", "other", "line 3");
        pump();

        Optional<Inbox.Work> work = reader.inbox.take(Duration.ZERO);
        for (int commands = 0; commands < 9 && work.flatMap(Inbox.Work::lines).isEmpty(); commands++) {
            work = reader.inbox.take(Duration.ZERO);
        }

        CandidateLines lines = work.get().lines().get().lines();
        assertThat(lines.count()).isEqualTo(2);
        for (int index = 0; index < lines.count(); index++) {
            LogLine line = lines.line(index, Optional.empty());
            assertThat(line.buffer()[line.end()]).isEqualTo((byte) '\n');
        }
    }

    @Test
    void aStreamThatTwoJailsWatchIsReadOnce() {
        files.write(LOG, "a line");
        Reader first = new Reader().subscribe("line");
        Reader second = new Reader().subscribe("line");

        pump();
        first.read();
        second.read();

        assertThat(files.openSources()).isEqualTo(1);
        assertThat(first.lines).containsExactly("a line");
        assertThat(second.lines).containsExactly("a line");
    }

    @Test
    void whoComesBackReadsAloneAndTheOthersDoNotGoBackForHim() {
        Reader first = new Reader().subscribe("line");
        files.write(LOG, "line 1", "line 2", "line 3");
        pump();
        first.read();

        Reader back = new Reader().lateBehind("1").subscribe("line");

        assertThat(files.starts()).hasSize(2);
        assertThat(files.openSources()).as("the others' is still open").isEqualTo(2);
        pump();
        first.read();
        back.read();
        assertThat(first.lines).containsExactly("line 1", "line 2", "line 3");
        assertThat(back.lines).containsExactly("line 2", "line 3");
        assertThat(files.openSources()).as("he has caught up").isEqualTo(1);
        files.write(LOG, "line 4");
        pump();
        back.read();
        assertThat(back.lines).endsWith("line 4");
    }

    @Test
    void whoComesBackSitsDownWithTheOthersAlsoIfNoLineIsForHim() {
        Reader first = new Reader().subscribe("line");
        files.write(LOG, "line 1", "line 2");
        pump();
        first.read();

        Reader back = new Reader().lateBehind("0").subscribe("nothing");
        pump();

        assertThat(files.openSources()).isEqualTo(1);
        assertThat(back.subscription.isAbreast()).isTrue();
    }

    @Test
    void aJailThatComesLaterReadsFromItsOwnBeginningAndTheOthersSeeNothingTwice() {
        Reader first = new Reader().subscribe("line");
        files.write(LOG, "line 1", "line 2");
        pump();
        first.read();
        Reader second = new Reader().subscribe("line");
        files.write(LOG, "line 3");

        pump();
        first.read();
        second.read();

        assertThat(first.lines).containsExactly("line 1", "line 2", "line 3");
        assertThat(second.lines).containsExactly("line 1", "line 2", "line 3");
        assertThat(files.openSources()).isEqualTo(1);
    }

    @Test
    void aJailGoesOnBehindTheLastLineItCounted() {
        files.write(LOG, "line 1", "line 2", "line 3");
        Reader reader = new Reader();
        reader.positions.put(LOG, "2");
        reader.subscribe("line");

        pump();
        reader.read();

        assertThat(reader.lines).containsExactly("line 3");
    }

    @Test
    void aJailThatFallsBehindHoldsUpNobodyAndLosesNothing() {
        Reader quick = new Reader().subscribe("line");
        Reader slow = new Reader().subscribe("line");
        String filling = "x".repeat(Inbox.ROOM / 4);
        List<String> written = new ArrayList<>();
        for (int index = 0; index < 12; index++) {
            String line = "line " + index + " " + filling;
            files.write(LOG, line);
            written.add(line);
            pump();
            quick.read();
        }
        assertThat(quick.lines).isEqualTo(written);
        assertThat(files.openSources()).isEqualTo(2);

        for (int round = 0; round < 12; round++) {
            slow.read();
            pump();
        }

        assertThat(slow.lines).isEqualTo(written);
        assertThat(files.openSources()).as("it reads with the others again").isEqualTo(1);
        files.write(LOG, "line last");
        pump();
        slow.read();
        quick.read();
        assertThat(slow.lines).hasSize(13).endsWith("line last");
        assertThat(quick.lines).hasSize(13).endsWith("line last");
    }

    @Test
    void aSingleJailWithoutRoomIsWaitedFor() {
        Reader only = new Reader().subscribe("line");
        String filling = "x".repeat(Inbox.ROOM);
        files.write(LOG, "line 1 " + filling);
        pump();
        files.write(LOG, "line 2 " + filling);
        pump();
        files.write(LOG, "line 3");
        pump();

        for (int round = 0; round < 3; round++) {
            only.read();
            pump();
        }

        assertThat(only.lines).hasSize(3);
        assertThat(files.openSources()).isEqualTo(1);
    }

    @Test
    void aReplacedMatcherLooksAtEveryLineBehindABoundary() {
        Reader reader = new Reader().subscribe("old");
        files.write(LOG, "old 1", "new 1");
        pump();
        reader.subscription.use(compiler.matcherFor("new"));
        readingsThread.run();
        files.write(LOG, "old 2", "new 2");
        pump();

        reader.read();

        assertThat(reader.lines).containsExactly("old 1", "new 2");
    }

    @Test
    void aPositionIsSettledOnlyWhenItsLinesAreDoneWith() {
        Reader reader = new Reader().subscribe("line");
        files.write(LOG, "line 1", "other");
        pump();
        Seat seat = reader.subscription.seats().iterator().next();
        assertThat(seat.settled()).isEmpty();

        reader.read();

        assertThat(seat.settled().orElseThrow().text()).isEqualTo("2");
    }

    private static Optional<String> settled(Reader reader) {
        return reader.subscription.seats().iterator().next().settled().map(Position::text);
    }

    @Test
    void whoHasHadNothingIsSettledWhereItsStreamBegan() {
        files.write(LOG, "line 1");
        Reader head = new Reader().subscribe("line");
        assertThat(settled(head)).contains("0");

        files.write("/var/log/other.log", "line 1", "line 2");
        Reader tail = new Reader().subscribe("line", "/var/log/other.log", true);
        Reader alsoTail = new Reader().subscribe("line", "/var/log/other.log", true);

        assertThat(settled(tail)).contains("2");
        assertThat(settled(alsoTail)).contains("2");
    }

    @Test
    void whoHasHadNothingIsNotSettledWhereItsStreamIsNotThere() {
        Reader reader = new Reader().subscribe("line", "/var/log/absent", false);

        assertThat(settled(reader)).isEmpty();
    }

    @Test
    void whoHasHadNothingIsNotSettledBehindLinesThatItCouldNotTake() {
        Reader slow = new Reader().subscribe("line", "/var/log/other.log", false);
        files.write("/var/log/other.log", "line 1 " + "x".repeat(Inbox.ROOM));
        pump();
        slow.subscribe("line");
        Reader quick = new Reader().subscribe("line");
        files.write(LOG, "line 1", "line 2");

        files.pump();

        assertThat(settled(slow)).as("it has no source of its own yet").isEmpty();
        readingsThread.run();
        assertThat(settled(slow)).contains("0");
        quick.read();
        assertThat(settled(quick)).contains("2");
    }

    @Test
    void aJailThatLeavesClosesWhatNobodyElseReads() {
        Reader first = new Reader().subscribe("line");
        Reader second = new Reader().subscribe("line");

        first.subscription.close();
        readingsThread.run();
        assertThat(files.openSources()).isEqualTo(1);
        second.subscription.close();
        readingsThread.run();

        assertThat(files.openSources()).isZero();
    }

    @Test
    void aStreamThatAnotherOneLeftNoRoomGoesOnWhenThereIs() {
        Reader reader = new Reader().subscribe("line").subscribe("line", "/var/log/other.log", false);
        String filling = "x".repeat(Inbox.ROOM);
        files.write(LOG, "line 1 " + filling);
        pump();
        files.write("/var/log/other.log", "line 2");
        pump();

        reader.read();
        pump();
        reader.read();

        assertThat(reader.lines).hasSize(2).endsWith("line 2");
    }

    @Test
    void whoWantsOnlyTheTailAndWhoWantsAllGetBothTheirs() {
        files.write(LOG, "line 1");
        Reader tail = new Reader().subscribe("line", LOG, true);
        Reader all = new Reader().subscribe("line", LOG, false);
        Reader alsoTail = new Reader().subscribe("line", LOG, true);
        files.write(LOG, "line 2");

        pump();
        tail.read();
        all.read();
        alsoTail.read();

        assertThat(tail.lines).containsExactly("line 2");
        assertThat(all.lines).containsExactly("line 1", "line 2");
        assertThat(alsoTail.lines).containsExactly("line 2");
    }

    @Test
    void whoWantsOnlyTheTailKeepsNothingFromWhoWantedAllBefore() {
        files.write(LOG, "line 1");
        Reader all = new Reader().subscribe("line", LOG, false);
        Reader tail = new Reader().subscribe("line", LOG, true);
        files.write(LOG, "line 2");

        pump();
        all.read();
        tail.read();

        assertThat(all.lines).containsExactly("line 1", "line 2");
        assertThat(tail.lines).containsExactly("line 2");
    }

    @Test
    void aTailThatFindsNoRoomAtOnceLosesNothing() {
        Reader quick = new Reader().subscribe("line", LOG, true);
        Reader slow = new Reader().subscribe("line", LOG, true);
        slow.subscribe("line", "/var/log/other.log", false);
        files.write("/var/log/other.log", "line 1 " + "x".repeat(Inbox.ROOM));
        pump();
        files.write(LOG, "line 2");
        pump();

        quick.read();
        slow.read();
        pump();
        slow.read();

        assertThat(quick.lines).containsExactly("line 2");
        assertThat(slow.lines).hasSize(2).endsWith("line 2");
    }

    @Test
    void aBatchThatTheSieveFailedOnIsTakenOnceWhenItIsOfferedAgain() {
        Reader reader = new Reader().subscribe("line");
        files.write(LOG, "line 1", "line 2");
        compiler.failOn("line 2");
        assertThatThrownBy(this::pump).isInstanceOf(IllegalStateException.class);
        compiler.failOn("nothing");
        files.offerAgain();

        pump();
        reader.read();

        assertThat(reader.lines).containsExactly("line 1", "line 2");
    }

    @Test
    void whoWantsMoreOfThePastGetsItAndNobodySeesALineTwice() {
        files = new FakeLogSourceFactory("journal", true);
        Reader hour = new Reader().since(3600).subscribe("line");
        Reader day = new Reader().since(60).subscribe("line");
        Reader minute = new Reader().since(3660).subscribe("line");
        assertThat(files.openSources()).isEqualTo(1);
        files.write(LOG, "line 1", "line 2");
        pump();

        Reader week = new Reader().since(1).subscribe("line");
        pump();
        List.of(hour, day, minute, week).forEach(Reader::read);

        assertThat(files.starts()).containsExactly(since(3600), since(60), since(1));
        assertThat(List.of(hour.lines, day.lines, minute.lines, week.lines)).containsOnly(List.of("line 1", "line 2"));
        assertThat(files.openSources())
                .as("who has caught up reads with the others")
                .isEqualTo(1);
    }

    private static Start since(long second) {
        return Start.since(Instant.ofEpochSecond(second));
    }
}
