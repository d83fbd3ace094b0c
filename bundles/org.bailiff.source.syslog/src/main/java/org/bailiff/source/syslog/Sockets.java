// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.InstantSource;
import org.bailiff.source.syslog.receive.CannotListenException;
import org.bailiff.source.syslog.receive.Intake;
import org.bailiff.source.syslog.receive.Ports;
import org.bailiff.source.syslog.receive.Reception;
import org.bailiff.source.syslog.receive.SocketFile;

/** Opens the socket that an address names. */
final class Sockets {
    private final InstantSource clock;
    private final Selector selector;
    private final Ports ports;

    Sockets(InstantSource clock, Selector selector) {
        this.clock = clock;
        this.selector = selector;
        this.ports = new Ports(clock, selector);
    }

    /** Has the kernel take back what was closed, which a selector holds until it looks again. */
    void release() {
        try {
            selector.selectNow(key -> {});
        } catch (IOException failed) {
            throw new UncheckedIOException("the selector does not work any more", failed);
        }
    }

    /** @throws CannotListenException it is tried again after a pause */
    Intake open(SyslogAddress.Place place, Reception reception) throws CannotListenException {
        if (place instanceof SyslogAddress.Udp udp) {
            return ports.udp(udp.address(), reception);
        }
        if (place instanceof SyslogAddress.Tcp tcp) {
            return ports.tcp(tcp.address(), reception);
        }
        return new SocketFile(((SyslogAddress.Unix) place).path()).listen(reception, clock, selector);
    }
}
