// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bailiff.metrics.page.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers scrapers, on one thread of its own that never waits for one of them. A place that is taken, or a folder that is
 * not there yet, is tried again: anybody on the host could take a port, and that must not keep a daemon from its work.
 */
public final class MetricsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);
    private static final long TICK_MILLIS = 200;
    private static final Duration REOPENING = Duration.ofSeconds(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    private final ListenPlace place;
    private final Site site;
    private final LongSupplier nanoTime;
    private final Duration reopening;
    private final Places places = new Places();
    private final ByteBuffer buffer = ByteBuffer.allocate(2 * 1024);
    private final Thread thread = new Thread(this::run, "bailiff-metrics");
    private volatile SocketAddress address;
    private volatile Optional<String> trouble = Optional.empty();

    /**
     * Begins to answer.
     *
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    public MetricsServer(ListenPlace place, Pages pages, LongSupplier nanoTime) {
        this(place, pages, nanoTime, REOPENING);
    }

    MetricsServer(ListenPlace place, Pages pages, LongSupplier nanoTime, Duration reopening) {
        this.place = place;
        this.reopening = reopening;
        this.site = new Site(pages, nanoTime);
        this.nanoTime = nanoTime;
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it answers; empty as long as it does not. */
    public Optional<SocketAddress> address() {
        return Optional.ofNullable(address);
    }

    /** Why it does not answer; empty if it does, or has not tried yet. */
    public Optional<String> trouble() {
        return trouble;
    }

    private void run() {
        while (!thread.isInterrupted()) {
            try (ServerSocketChannel server = place.open();
                    Selector selector = Selector.open()) {
                serve(server, selector);
                place.remove();
            } catch (IOException e) {
                tell(e);
                pause();
            } finally {
                address = null;
                places.endAll();
            }
        }
    }

    private void tell(IOException reason) {
        boolean told = trouble.isPresent();
        trouble = Optional.of(String.format(
                "metrics are not told at %s: %s; it is tried again every %d s",
                place, reason.getMessage(), reopening.toSeconds()));
        if (told) {
            LOG.debug("Still no metrics at {}", place, reason);
        } else {
            LOG.error("{}", trouble.get());
        }
    }

    private void pause() {
        try {
            Thread.sleep(reopening.toMillis());
        } catch (InterruptedException stopped) {
            thread.interrupt();
        }
    }

    private void serve(ServerSocketChannel server, Selector selector) throws IOException {
        server.configureBlocking(false);
        SelectionKey accepting = server.register(selector, SelectionKey.OP_ACCEPT);
        address = server.getLocalAddress();
        trouble = Optional.empty();
        LOG.info("Metrics are told at {}", place);
        while (!thread.isInterrupted()) {
            selector.select(places.isEmpty() ? 0 : TICK_MILLIS);
            proceed(selector, accepting);
            // After the others have gone on: so nobody gives way to a newcomer who could have been answered.
            accept(server, selector);
            places.tidy(nanoTime.getAsLong());
        }
    }

    private void proceed(Selector selector, SelectionKey accepting) {
        for (SelectionKey key : selector.selectedKeys()) {
            if (key != accepting && key.isValid()) {
                ((Exchange) key.attachment()).proceed(site, buffer);
            }
        }
        selector.selectedKeys().clear();
    }

    private void accept(ServerSocketChannel server, Selector selector) throws IOException {
        SocketChannel channel = server.accept();
        if (channel == null) {
            return;
        }
        long now = nanoTime.getAsLong();
        try {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            Exchange exchange = new Exchange(channel, key, now);
            key.attach(exchange);
            if (places.makeOne(now)) {
                places.add(exchange);
            } else {
                exchange.respond(Response.refusal("503 Service Unavailable", "Too many scrapers at once; try again."));
                exchange.close();
            }
        } catch (IOException callerGone) {
            LOG.debug("A scraper left at once", callerGone);
            channel.close();
        }
    }

    /** Answers nobody any more. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
