// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bailiff.metrics.page.Pages;
import org.bailiff.metrics.page.Samples;
import org.bailiff.text.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MetricsServerTest {
    private static final String SCRAPE = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private MetricsServer server(ListenPlace place, Pages pages) {
        MetricsServer server = new MetricsServer(place, pages, nanos::get, Duration.ofMillis(5));
        open.add(server);
        return server;
    }

    private MetricsServer server() {
        return server(new LoopbackPlace(Address.parse("127.0.0.1"), 0), Samples.pages());
    }

    private static SocketAddress address(MetricsServer server) {
        while (server.address().isEmpty()) {
            Thread.onSpinWait();
        }
        return server.address().get();
    }

    private SocketChannel call(MetricsServer server, String words) throws IOException {
        SocketChannel caller = SocketChannel.open(address(server));
        open.add(caller);
        caller.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.ISO_8859_1)));
        return caller;
    }

    private static String answer(SocketChannel caller) throws IOException {
        return new String(Channels.newInputStream(caller).readAllBytes(), StandardCharsets.UTF_8);
    }

    private String ask(MetricsServer server, String words) throws IOException {
        return answer(call(server, words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aLoopbackPortIsAnswered(String host) throws Exception {
        String answer = ask(server(new LoopbackPlace(Address.parse(host), 0), Samples.pages()), SCRAPE);

        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n")
                .contains("\r\nConnection: close\r\n", "\r\n\r\n# HELP f2b_up ", "\nf2b_up 1\n");
    }

    @Test
    void aSocketIsAnsweredAndOnlyTheDaemonsUserAndGroupMayAsk() throws Exception {
        Path path = folder.resolve("metrics");
        MetricsServer server = server(ListenPlace.parse("unix:metrics", folder), Samples.pages());

        assertThat(ask(server, SCRAPE)).startsWith("HTTP/1.1 200 OK\r\n").contains("\nf2b_up 1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-rw----");
        server.close();
        assertThat(path).doesNotExist();
    }

    @Test
    void theSocketOfADeadDaemonGivesWay() throws Exception {
        Path path = folder.resolve("metrics");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(path))
                .close();
        assertThat(path).exists();

        assertThat(ask(server(new UnixPlace(path), Samples.pages()), SCRAPE)).startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void whatIsNoSocketStays() throws Exception {
        Path path = Files.writeString(folder.resolve("metrics"), "precious");
        MetricsServer server = server(new UnixPlace(path), Samples.pages());
        server.close();

        assertThat(path).hasContent("precious");
    }

    @Test
    void aPlaceThatIsTakenIsTriedAgain() throws Exception {
        ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Path path = folder.resolve("metrics");
        other.bind(UnixDomainSocketAddress.of(path));
        MetricsServer server = server(new UnixPlace(path), Samples.pages());
        // It looked whether somebody answers.
        other.accept().close();
        assertThat(server.address()).isEmpty();
        while (server.trouble().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(server.trouble().get()).startsWith("metrics are not told at ");
        other.close();

        assertThat(ask(server, SCRAPE)).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(server.trouble()).isEmpty();
    }

    @Test
    void whoReadsOpenMetricsGetsIt() throws Exception {
        String answer = ask(
                server(), "GET /metrics?x=1 HTTP/1.1\r\naCCept: application/openmetrics-text;version=1.0.0\r\n\r\n");

        assertThat(answer)
                .contains("\r\nContent-Type: application/openmetrics-text; version=1.0.0; charset=utf-8\r\n")
                .endsWith("\n# EOF\n");
    }

    @Test
    void aHeadTellsTheLengthAndNoMore() throws Exception {
        String answer = ask(server(), "HEAD /metrics HTTP/1.0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").containsPattern("\r\nContent-Length: \\d{4,}\r\n");
        assertThat(answer).endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "404|GET / HTTP/1.1\r\n\r\n",
                "404|GET /metrics/../etc HTTP/1.1\r\n\r\n",
                "404|GET //metrics HTTP/1.1\r\n\r\n",
                "405|POST /metrics HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc",
                "405|DELETE /metrics HTTP/1.1\r\n\r\n",
                "400|GET http://example.com/metrics HTTP/1.1\r\n\r\n",
                "400|GET /metrics HTTP/2\r\n\r\n",
                "400|get /metrics\r\n\r\n",
                "400|\u0016\u0003\u0001\u0002\r\n\r\n",
                "400|\r\n\r\n"
            })
    void everythingElseIsRefused(String trial) throws Exception {
        String[] parts = trial.split("\\|", 2);

        String answer = ask(server(), parts[1]);

        assertThat(answer).startsWith("HTTP/1.1 " + parts[0] + " ").doesNotContain("f2b_up");
    }

    @Test
    void aRequestWithoutEndIsRefused() throws Exception {
        String answer = ask(server(), "GET /metrics HTTP/1.1\r\nX: " + "x".repeat(Request.LONGEST_HEAD));

        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void aRequestMayComeInPieces() throws Exception {
        SocketChannel caller = call(server(), "GET /met");
        for (String piece : List.of("rics HTTP/1.1\r\n", "Accept: */*\r\n", "\r", "\n")) {
            caller.write(ByteBuffer.wrap(piece.getBytes(StandardCharsets.US_ASCII)));
        }

        assertThat(answer(caller)).startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void whoSaysNothingIsLetGo() throws Exception {
        MetricsServer server = server();
        SocketChannel silent = call(server, "G");
        assertThat(ask(server, SCRAPE)).contains(" 200 OK");
        nanos.addAndGet(Exchange.PATIENCE.plusSeconds(1).toNanos());

        assertThat(answer(silent)).isEmpty();
    }

    @Test
    void manyWhoSayNothingDoNotKeepAScraperOut() throws Exception {
        MetricsServer server = server();
        for (int index = 0; index < Places.LIMIT; index++) {
            call(server, "G");
        }
        assertThat(ask(server, SCRAPE)).startsWith("HTTP/1.1 503 ");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(ask(server, SCRAPE)).startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void manyWhoAskWithinASecondCostOnePage() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Pages pages = Samples.pages(made::incrementAndGet);
        MetricsServer server = server(new LoopbackPlace(Address.parse("127.0.0.1"), 0), pages);

        for (int index = 0; index < 5; index++) {
            assertThat(ask(server, SCRAPE)).contains("f2b_up 1");
        }
        assertThat(made).hasValue(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(ask(server, SCRAPE)).contains("f2b_up 1");
        assertThat(made).hasValue(2);
    }

    @Test
    void aFaultOfAPlugInIsNotTheEnd() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Pages pages = Samples.pages(() -> {
            if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("a plug-in's fault");
            }
        });
        MetricsServer server = server(new LoopbackPlace(Address.parse("127.0.0.1"), 0), pages);

        assertThat(ask(server, SCRAPE)).startsWith("HTTP/1.1 500 ").doesNotContain("plug-in");
        assertThat(ask(server, SCRAPE)).startsWith("HTTP/1.1 200 OK\r\n");
    }
}
