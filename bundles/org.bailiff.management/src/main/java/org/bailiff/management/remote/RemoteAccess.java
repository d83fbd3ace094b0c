// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.config.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remote JMX, opened, changed and closed as the configuration wishes. Called by one thread at a time. */
final class RemoteAccess implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RemoteAccess.class);
    private static final long TICK_SECONDS = 10;

    private final MBeanServer beans;
    private final Audit audit;
    private final Path etc;
    private final InstantSource clock;
    /** Tells what was refused; null while nothing is open, as the two below. */
    private ScheduledExecutorService ticking;

    private RemoteConnector connector;
    private Doorkeeper doorkeeper;
    private Optional<RemoteSettings> inForce = Optional.empty();
    /** The last that were known, also while nothing is open; null at first. */
    private Users known;

    /** @param etc what relative paths are meant from */
    RemoteAccess(MBeanServer beans, Audit audit, Path etc, InstantSource clock) {
        this.beans = beans;
        this.audit = audit;
        this.etc = etc;
        this.clock = clock;
    }

    /**
     * Opens, or opens anew, what the settings say.
     *
     * @throws RemoteTrouble if it cannot be done; unless the address is the same, what was open before stays open
     */
    void apply(Map<String, Setting> given) throws RemoteTrouble {
        Optional<RemoteSettings> wished = RemoteSettings.of(new RemoteKeys(given, etc));
        if (wished.isEmpty()) {
            close();
            return;
        }
        Users users = new Users(wished.get().users(), clock, audit);
        if (wished.get().tls().isPresent()) {
            TlsContext.of(wished.get().tls().get());
        }
        if (listen().equals(wished.map(RemoteSettings::listen))) {
            close();
        }
        Doorkeeper next = Doorkeeper.of(users, audit, clock);
        RemoteConnector opened = RemoteConnector.open(wished.get(), beans, next);
        close();
        begin(wished.get(), users, opened, next);
    }

    /** Where it listens; empty if it does not. */
    Optional<InetSocketAddress> listen() {
        return inForce.map(RemoteSettings::listen);
    }

    private void begin(RemoteSettings settings, Users users, RemoteConnector opened, Doorkeeper keeper) {
        inForce = Optional.of(settings);
        if (known != null) {
            users.takeOver(known);
        }
        known = users;
        connector = opened;
        doorkeeper = keeper;
        ticking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "bailiff-remote-jmx");
            thread.setDaemon(true);
            return thread;
        });
        ticking.scheduleWithFixedDelay(
                () -> {
                    keeper.refusals().tick();
                    UserTable present = users.get();
                    opened.endUnless(caller -> present.has(caller.user()));
                },
                TICK_SECONDS,
                TICK_SECONDS,
                TimeUnit.SECONDS);
        LOGGER.info(
                "remote JMX listens on {}, {}",
                settings.place().value().strip(),
                settings.tls()
                        .map(tls -> "with TLS, client certificates: " + tls.clients())
                        .orElse("without TLS"));
    }

    /** Closes the port and ends all connections, if there are any. */
    @Override
    public void close() {
        if (inForce.isEmpty()) {
            return;
        }
        ticking.shutdownNow();
        connector.close();
        doorkeeper.refusals().flush();
        LOGGER.info(
                "remote JMX no longer listens on {}; its connections have ended",
                inForce.get().place().value().strip());
        inForce = Optional.empty();
    }
}
