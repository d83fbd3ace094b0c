// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.SourceStatus.State;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it, over real sockets of the loopback interface. */
class SyslogLogSourcesTest {
    private final HandClock clock = new HandClock();
    private final SyslogLogSources sources = new SyslogLogSources(clock, 77);
    private final Lines lines = new Lines();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        sources.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private LogSource open(String stream) {
        LogSource source = sources.open(stream, Start.HEAD, lines);
        awaitListening(source);
        return source;
    }

    private static void awaitListening(LogSource source) {
        Await.until("it is listened at", () -> source.status().state() == State.READING);
    }

    private void awaitReason(LogSource source, String text) {
        Await.until("the status says: " + text, () -> {
            sources.wake();
            return source.status().reason().contains(text);
        });
    }

    private String socket() {
        return "unix:" + folder.resolve("log");
    }

    @Test
    void datagramsBecomeLinesEachOne() throws IOException {
        int port = freePort();
        LogSource source = open("udp://127.0.0.1:" + port);

        try (Sender sender = Sender.udp(port)) {
            sender.send("<38>" + "sshd[1]: a\nsshd[2]: b\n");
            sender.send("<38>1 2026-11-26T10:00:00Z web1 sshd 4711 - - Failed");
        }

        lines.await(" 127.0.0.1 sshd[1]: a#012sshd[2]: b", " web1 sshd[4711]: Failed");
        Await.until("they are counted", () -> source.status().linesReadTotal() == 2);
        assertThat(source.status().lagBytes()).isZero();
        assertThat(source.status().reason()).isEmpty();
        assertThat(source.status().kind()).isEqualTo("syslog");
    }

    @Test
    void ipv6IsListenedAtToo() throws IOException {
        int port = freePort();
        open("udp://[::1]:" + port);

        try (DatagramSocket sender = new DatagramSocket()) {
            byte[] message = "<38>a: x".getBytes(StandardCharsets.UTF_8);
            sender.send(new DatagramPacket(message, message.length, InetAddress.getByName("::1"), port));
        }

        lines.await(" ::1 a: x");
    }

    @Test
    void connectionsBringCountedMessagesOrLines() throws IOException {
        int port = freePort();
        open("tcp://127.0.0.1:" + port);

        try (Sender counting = Sender.tcp(port);
                Sender lining = Sender.tcp(port)) {
            counting.send("10 <38>a: x\ny8 <38>a: z");
            lines.await(" 127.0.0.1 a: x#012y", " 127.0.0.1 a: z");
            lining.send("<38>b: x\n<38>b: y");
            lines.await(" 127.0.0.1 b: x");
        }
        lines.await(" 127.0.0.1 b: y");
    }

    @Test
    void aSocketOfTheGroupIsMadeAndTakenAwayAgain() throws IOException {
        LogSource source = open(socket());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("log"))))
                .isEqualTo("rw-rw----");
        try (Sender sender = Sender.unix(folder.resolve("log"))) {
            sender.send("<38>Nov 26 10:00:00 sshd[1]: x\000");
            lines.await(" localhost sshd[1]: x");
        }
        source.close();
        sources.stop();
        assertThat(folder.resolve("log")).doesNotExist();
    }

    @Test
    void aSocketThatWasLeftOverIsReplaced() throws IOException {
        try (ServerSocketChannel before = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            before.bind(UnixDomainSocketAddress.of(folder.resolve("log")));
        }
        assertThat(folder.resolve("log")).exists();

        open(socket());

        try (Sender sender = Sender.unix(folder.resolve("log"))) {
            sender.send("<38>a: x\n");
        }
        lines.await(" localhost a: x");
    }

    @Test
    void aSocketOfAnotherProgramIsLeftToIt() throws IOException {
        Path path = folder.resolve("log");
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(path));
            LogSource source = sources.open(socket(), Start.HEAD, lines);

            awaitReason(source, "another program listens at " + path);
            assertThat(path).exists();
        }
    }

    @Test
    void aFileAndAMissingFolderAreSaidAndWaitedFor() throws IOException {
        Files.writeString(folder.resolve("log"), "precious");
        LogSource file = sources.open(socket(), Start.HEAD, lines);
        LogSource nowhere = sources.open("unix:" + folder.resolve("run/log"), Start.HEAD, lines);

        awaitReason(file, "is no socket");
        awaitReason(nowhere, "there is no folder " + folder.resolve("run"));
        assertThat(folder.resolve("log")).hasContent("precious");

        Files.createDirectory(folder.resolve("run"));
        clock.forward(Duration.ofSeconds(1));
        sources.wake();
        awaitListening(nowhere);
        assertThat(nowhere.status().reason()).isEmpty();
        assertThat(nowhere.status().errorsTotal()).isEqualTo(1);
    }

    @Test
    void aPortThatIsTakenIsWaitedForAndHoldsUpNobody() throws IOException {
        int other = freePort();
        try (DatagramSocket taken = new DatagramSocket(Sender.local(0))) {
            LogSource source = sources.open("udp://127.0.0.1:" + taken.getLocalPort(), Start.HEAD, lines);
            awaitReason(source, "is taken by another program");
            assertThat(source.status().state()).isEqualTo(State.WAITING);

            open("udp://127.0.0.1:" + other);
            try (Sender sender = Sender.udp(other)) {
                sender.send("<38>a: x");
            }
            lines.await(" 127.0.0.1 a: x");

            taken.close();
            sources.wake();
            assertThat(source.status().state()).isEqualTo(State.WAITING);
            clock.forward(Duration.ofSeconds(1));
            sources.wake();
            awaitListening(source);
        }
    }

    @Test
    void anAddressOfAnotherHostIsSaid() throws IOException {
        LogSource source = sources.open("tcp://203.0.113.7:" + freePort() + "?from=203.0.113.0/24", Start.HEAD, lines);

        awaitReason(source, "this host has no address 203.0.113.7");
    }

    @Test
    void strangersAreTurnedAwayAndCounted() throws IOException {
        int port = freePort();
        LogSource datagrams = open("udp://0.0.0.0:" + port + "?from=192.0.2.0/24");
        LogSource connections = open("tcp://0.0.0.0:" + port + "?from=192.0.2.0/24");

        try (Sender sender = Sender.udp(port);
                Sender caller = Sender.tcp(port)) {
            sender.send("<38>a: x");
            assertThat(caller.isTurnedAway()).isTrue();
        }

        awaitReason(datagrams, "1 times a sender that 'from' does not name was refused");
        awaitReason(connections, "1 times a sender that 'from' does not name was refused");
        assertThat(lines.waiting()).isZero();
        assertThat(datagrams.status().errorsTotal()).isEqualTo(1);
    }

    @Test
    void aTimeThatIsOddInADatagramIsNowAndInABacklogItsOwn() throws IOException {
        int port = freePort();
        open("udp://127.0.0.1:" + port);
        open("tcp://127.0.0.1:" + port);
        Instant now = clock.instant();
        Instant hourAgo = now.minusSeconds(3600);

        try (Sender sender = Sender.udp(port);
                Sender caller = Sender.tcp(port)) {
            sender.send("<38>1 " + hourAgo + " h a 1 - - x");
            lines.await(" h a[1]: x");
            caller.send("<38>1 " + hourAgo + " h b 1 - - x\n");
            lines.await(" h b[1]: x");
        }

        assertThat(lines.times()).containsExactly(now, hourAgo);
    }

    @Test
    void severalJailsHaveOneSocket() throws IOException {
        int port = freePort();
        Lines others = new Lines();
        open("udp://127.0.0.1:" + port);
        awaitListening(sources.open("udp://127.0.0.1:" + port, Start.TAIL, others));

        try (Sender sender = Sender.udp(port)) {
            sender.send("<38>a: x");
        }

        lines.await(" 127.0.0.1 a: x");
        others.await(" 127.0.0.1 a: x");
    }

    @Test
    void withOtherOptionsItIsAnotherStreamWhichSaysSo() throws IOException {
        int port = freePort();
        LogSource first = open("udp://127.0.0.1:" + port);
        LogSource second = sources.open("udp://127.0.0.1:" + port + "?timezone=UTC", Start.HEAD, lines);
        awaitReason(second, "or by another jail's logpath with other options");

        first.close();
        second.close();
        awaitListening(sources.open("udp://127.0.0.1:" + port + "?timezone=UTC", Start.HEAD, lines));
    }

    @Test
    void aConsumerWithoutRoomGetsTheLinesWhenItHasSome() throws IOException {
        int port = freePort();
        LogSource source = open("udp://127.0.0.1:" + port);
        lines.answer(Answer.LATER);

        try (Sender sender = Sender.udp(port)) {
            sender.send("<38>a: 1");
            lines.awaitRefusal();
            sender.send("<38>a: 2");
        }
        Await.until("both wait", () -> source.status().lagBytes() == 2 * " 127.0.0.1 a: 1".length());
        lines.answer(Answer.TAKEN);
        source.resume();

        lines.await(" 127.0.0.1 a: 1", " 127.0.0.1 a: 2");
    }

    @Test
    void aConsumersFaultLosesNothing() throws IOException {
        int port = freePort();
        LogSource source = open("udp://127.0.0.1:" + port);
        lines.fail(true);

        try (Sender sender = Sender.udp(port)) {
            sender.send("<38>a: 1");
            lines.awaitRefusal();
            lines.fail(false);
            sender.send("<38>a: 2");
        }

        lines.await(" 127.0.0.1 a: 1", " 127.0.0.1 a: 2");
        assertThat(source.status().errorsTotal()).isPositive();
    }

    @Test
    void whoFallsBehindLosesTheOldestDatagramsAndIsToldHowMany() throws IOException {
        int port = freePort();
        LogSource source = open("udp://127.0.0.1:" + port);
        lines.answer(Answer.LATER);
        String padding = "x".repeat(60_000);
        int sent = Backlog.MOST_BYTES / padding.length() + 10;

        try (Sender sender = Sender.udp(port)) {
            for (int number = 0; number < sent; number++) {
                long before = source.status().lagBytes();
                sender.send("<38>" + number + " " + padding);
                Await.until("it is there", () -> source.status().lagBytes() != before);
            }
        }
        lines.answer(Answer.TAKEN);
        source.resume();

        long kept = Backlog.MOST_BYTES / (padding.length() + " 127.0.0.1 70 ".length());
        assertThat(lines.next()).startsWith(" 127.0.0.1 " + (sent - kept) + " ");
        Await.until("the rest is read", () -> source.status().linesReadTotal() == kept);
        assertThat(source.status().reason())
                .startsWith((sent - kept) + " messages were dropped, because more came than this jail took");
        clock.forward(Duration.ofHours(1));
        assertThat(source.status().reason()).isEmpty();
    }

    @Test
    void connectionsAreHeldBackAndLoseNothing() throws IOException {
        int port = freePort();
        LogSource source = open("tcp://127.0.0.1:" + port);
        lines.answer(Answer.LATER);
        String message = "a: " + "x".repeat(1_000);
        long sent = 0;

        try (Sender sender = Sender.tcp(port).withoutWaiting()) {
            // Far more than is kept, and than the kernel keeps besides.
            while (sent < 100_000 && sender.offer("<38>" + message + "\n")) {
                sent++;
            }
            assertThat(sent).as("at some time no more is taken").isLessThan(100_000);
            assertThat(source.status().lagBytes()).isBetween(Backlog.MOST_BYTES / 2L, (long) Backlog.MOST_BYTES);

            lines.answer(Answer.TAKEN);
            source.resume();
            sender.finish();
            for (long number = 0; number <= sent; number++) {
                assertThat(lines.next()).isEqualTo(" 127.0.0.1 " + message);
            }
        }
        assertThat(source.status().errorsTotal()).isZero();
    }

    @Test
    void aSourceThatIsOpenedAnewGoesOnBehindItsPosition() throws IOException {
        int port = freePort();
        String stream = "udp://127.0.0.1:" + port;
        LogSource source = open(stream);
        try (Sender sender = Sender.udp(port)) {
            sender.send("<38>a: 1");
            lines.await(" 127.0.0.1 a: 1");
            Position behindFirst = sources.parsePosition(lines.position().text());
            source.close();
            sender.send("<38>a: 2");
            LogSource again = sources.open(stream, Start.after(behindFirst), lines);

            lines.await(" 127.0.0.1 a: 2");
            assertThat(lines.position()).isGreaterThan(behindFirst);
            assertThat(again.status().reason()).isEmpty();
        }
    }

    @Test
    void afterARestartItIsSaidThatMessagesMayBeMissing() throws IOException {
        int port = freePort();
        Position ofBefore = sources.parsePosition("4711-1000");

        LogSource source = sources.open("udp://127.0.0.1:" + port, Start.after(ofBefore), lines);
        awaitListening(source);

        assertThat(source.status().reason())
                .matches("messages from before the start at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"
                        + " may be missing, for syslog cannot be read again");
        try (Sender sender = Sender.udp(port)) {
            sender.send("<38>a: 1");
        }
        lines.await(" 127.0.0.1 a: 1");
        assertThat(lines.position()).isGreaterThan(ofBefore);
        clock.forward(Duration.ofMinutes(1));
        assertThat(source.status().reason()).isEmpty();
    }

    @Test
    void thePortIsFreeSoonAfterTheLastJailLeft() throws IOException {
        int port = freePort();
        LogSource source = open("udp://127.0.0.1:" + port);

        source.close();

        Await.until("the port is free", () -> {
            clock.forward(Duration.ofSeconds(2));
            sources.wake();
            try (DatagramSocket mine = new DatagramSocket(Sender.local(port))) {
                return mine.isBound();
            } catch (IOException taken) {
                return false;
            }
        });
    }

    @Test
    void manyConnectionsPushOutTheQuietestAndNoOther() throws IOException {
        int port = freePort();
        open("tcp://127.0.0.1:" + port);
        List<Sender> callers = new ArrayList<>();
        try {
            for (int number = 0; number < 101; number++) {
                Sender caller = Sender.tcp(port);
                callers.add(caller);
                caller.send("<38>a: " + number + "\n");
                lines.await(" 127.0.0.1 a: " + number);
                if (number == 50) {
                    callers.get(0).send("<38>a: again\n");
                    lines.await(" 127.0.0.1 a: again");
                }
            }
            assertThat(callers.get(1).isTurnedAway()).isTrue();
            callers.get(0).send("<38>a: still\n");
            lines.await(" 127.0.0.1 a: still");
        } finally {
            for (Sender caller : callers) {
                caller.close();
            }
        }
    }

    @Test
    void aWrongPatternNamesNoStream() {
        List<String> appeared = new ArrayList<>();
        StreamListener listener = new StreamListener() {
            @Override
            public void appeared(String stream) {
                appeared.add(stream);
            }

            @Override
            public void vanished(String stream) {
                appeared.remove(stream);
            }
        };

        assertThat(sources.discover("udp://127.0.0.1:5514?timezone=UTC", listener)
                        .problem())
                .isEmpty();
        Optional<String> problem =
                sources.discover("udp://127.0.0.1:514", listener).problem();

        assertThat(appeared).containsExactly("udp://127.0.0.1:5514?timezone=Z");
        assertThat(problem.orElse("")).startsWith("logpath: port 514 is not one");
        assertThat(sources.doubts("udp://127.0.0.1:514")).isEmpty();
        assertThat(sources.doubts("udp://127.0.0.1:5514")).hasSize(1);
    }
}
