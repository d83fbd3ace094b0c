// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

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
