// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.control.dispatch.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real socket, a clock moved by hand, and callers of all sorts. */
@Timeout(60)
class ReceptionTest {
    private static final int MORE_THAN_A_SOCKET_HOLDS = 100_000;

    @TempDir
    Path data;

    private final AtomicLong nanoTime = new AtomicLong();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Caller> callers = new LinkedBlockingQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private Path path;
    private SocketFile socket;
    private Reception reception;

    @BeforeEach
    void open() throws IOException {
        path = data.resolve("control");
        socket = SocketFile.open(path, data);
        Answering answering = new Answering(new Callers(socket.owner()), this::answer);
        reception = new Reception(socket, answering, nanoTime::get);
    }

    @AfterEach
    void close() {
        release.countDown();
        reception.close();
        socket.close();
    }

    private int answer(Caller caller, Request request, PrintWriter out, PrintWriter err) {
        requests.add(request);
        callers.add(caller);
        switch (request.verb()) {
            case "list" -> {
                for (int line = 0; line < MORE_THAN_A_SOCKET_HOLDS; line++) {
                    out.println("line " + line);
                }
            }
            case "wait" -> await(release);
            default -> {
                out.println("Server replied: pong");
                err.println("a word aside");
            }
        }
        return 7;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    @Test
    void anAnswerIsLinesOfThreeKindsAndEndsWithTheExitCode() throws Exception {
        assertThat(FarEnd.ask(path, "/home", "ping", "--json", ""))
                .containsExactly("oServer replied: pong", "ea word aside", "x7");
        assertThat(requests.take()).isEqualTo(new Request("/home", "ping", List.of("--json", "")));
    }

    @Test
    void theKernelSaysWhoCalls() throws Exception {
        FarEnd.ask(path, "/home", "ping");

        // The test's own user opened the socket, and so is the daemon's.
        assertThat(callers.take()).isEqualTo(new Caller(socket.owner().getName(), "socket", Role.ADMINISTRATOR));
    }

    @Test
    void aLongAnswerArrivesWhole() throws IOException {
        List<String> answer = FarEnd.ask(path, "/home", "list");

        assertThat(answer).hasSize(MORE_THAN_A_SOCKET_HOLDS + 1);
        assertThat(answer.get(MORE_THAN_A_SOCKET_HOLDS - 1)).isEqualTo("oline " + (MORE_THAN_A_SOCKET_HOLDS - 1));
        assertThat(answer.get(MORE_THAN_A_SOCKET_HOLDS)).isEqualTo("x7");
    }

    @Test
    void halfARequestIsNotRun() throws IOException {
        try (FarEnd caller = FarEnd.connect(path)) {
            caller.send("/home\0unban\0--al");
            caller.endRequest();

            assertThat(caller.answer()).last().isEqualTo("x2");
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void aCallerThatSaysNothingIsEndedAfterFiveSecondsAndDelaysNobody() throws IOException {
        try (FarEnd silent = FarEnd.connect(path)) {
            assertThat(FarEnd.ask(path, "/home", "ping")).last().isEqualTo("x7");

            pass(Duration.ofSeconds(6));

            assertThat(silent.answer()).containsExactly("eNo request within 5 seconds.", "x2");
        }
    }

    @Test
    void aCallerThatNeverEndsItsRequestIsRefused() throws IOException {
        try (FarEnd endless = FarEnd.connect(path)) {
            assertThatThrownBy(() -> {
                        for (int count = 0; count < 10_000; count++) {
                            endless.send("x".repeat(1000));
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(FarEnd.ask(path, "/home", "ping")).last().isEqualTo("x7");
        assertThat(requests).hasSize(1);
    }

    @Test
    void aRequestOfTheGreatestLengthIsAnsweredAndALongerOneIsNot() throws IOException {
        String rest = "x".repeat(1024 * 1024 - "/\0ping\0\0".length());

        assertThat(FarEnd.ask(path, "/", "ping", rest)).last().isEqualTo("x7");
        assertThat(FarEnd.ask(path, "/", "ping", rest + "x"))
                .containsExactly("eA request has at most 1048576 bytes.", "x2");
    }

    @Test
    void callersThatDoNotTakeTheirAnswerGiveWayToOthers() throws Exception {
        List<FarEnd> deaf = new ArrayList<>();
        try {
            for (int count = 0; count < 8; count++) {
                deaf.add(askAndNeverRead());
            }
            FarEnd patient = FarEnd.connect(path);
            deaf.add(patient);
            patient.send("/home\0ping\0");
            patient.endRequest();
            awaitRequestsRead();
            Thread clock = new Thread(() -> {
                while (requests.size() < 9) {
                    pass(Duration.ofSeconds(2));
                    Thread.onSpinWait();
                }
            });
            clock.start();

            assertThat(patient.answer()).last().isEqualTo("x7");
            clock.join();
        } finally {
            for (FarEnd caller : deaf) {
                caller.close();
            }
        }
    }

    /** Who asks for too much is refused by the thread that reads requests: in the second round, all from before are read. */
    private void awaitRequestsRead() throws IOException {
        for (int round = 0; round < 2; round++) {
            assertThat(FarEnd.ask(path, "/", "ping", "x".repeat(1024 * 1024)))
                    .last()
                    .isEqualTo("x2");
        }
    }

    private FarEnd askAndNeverRead() throws Exception {
        int before = requests.size();
        FarEnd caller = FarEnd.connect(path);
        caller.send("/home\0list\0");
        caller.endRequest();
        while (requests.size() == before) {
            Thread.onSpinWait();
        }
        return caller;
    }

    @Test
    void aCallerThatLeavesWhileItIsAnsweredHarmsNobody() throws Exception {
        askAndNeverRead().close();

        assertThat(FarEnd.ask(path, "/home", "ping")).last().isEqualTo("x7");
    }

    @Test
    void aHundredSilentCallersDoNotKeepOutOneThatSpeaks() throws IOException {
        List<FarEnd> silent = new ArrayList<>();
        try {
            for (int count = 0; count < 100; count++) {
                silent.add(FarEnd.connect(path));
            }

            assertThat(FarEnd.ask(path, "/home", "ping")).last().isEqualTo("x7");
            pass(Duration.ofSeconds(6));
            int busy = 0;
            for (FarEnd caller : silent) {
                busy += caller.answer().get(0).contains("busy") ? 1 : 0;
            }
            assertThat(busy).isBetween(100 - Places.LIMIT, 100 - Places.LIMIT + 1);
        } finally {
            for (FarEnd caller : silent) {
                caller.close();
            }
        }
    }

    @Test
    void whenEveryPlaceIsTakenByWorkTheNextIsToldSo() throws Exception {
        List<FarEnd> working = new ArrayList<>();
        try {
            for (int count = 0; count < Places.LIMIT; count++) {
                FarEnd caller = FarEnd.connect(path);
                caller.send("/home\0wait\0");
                caller.endRequest();
                working.add(caller);
            }
            try (FarEnd late = FarEnd.connect(path)) {
                late.send("/home\0ping\0");

                assertThat(late.answer()).containsExactly("eThe daemon is busy with other callers; try again.", "x1");
            }
            release.countDown();
            for (FarEnd caller : working) {
                assertThat(caller.answer()).containsExactly("x7");
            }
        } finally {
            for (FarEnd caller : working) {
                caller.close();
            }
        }
    }

    @Test
    void anAnswerUnderWayIsFinishedWhenTheDaemonStops() throws Exception {
        try (FarEnd caller = FarEnd.connect(path)) {
            caller.send("/home\0wait\0");
            caller.endRequest();
            assertThat(requests.take().verb()).isEqualTo("wait");
            release.countDown();

            reception.close();

            assertThat(caller.answer()).containsExactly("x7");
        }
    }

    @Test
    void afterTheStopNothingOfItIsLeft() throws IOException {
        reception.close();
        socket.close();

        assertThat(data).isEmptyDirectory();
        assertThatThrownBy(() -> FarEnd.connect(path)).isInstanceOf(IOException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.isAlive() && thread.getName().equals("bailiff-control"));
    }
}
