// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bailiff.source.syslog.message.MessageLine;
import org.bailiff.source.syslog.receive.Punctuality;
import org.bailiff.source.syslog.receive.Reception;
import org.bailiff.text.Address;

/** Makes lines of the messages that come in, and keeps them. Belongs to the thread that reads. */
final class Inlet implements Reception {
    private final SyslogAddress address;
    private final Backlog backlog;
    private final InstantSource clock;
    private final BooleanSupplier full;
    private final MessageLine line;
    private long refused;
    private InetAddress lastAdmitted;

    /** @param full whether the slowest jail is so far behind that senders should wait */
    Inlet(SyslogAddress address, Backlog backlog, InstantSource clock, BooleanSupplier full) {
        this.address = address;
        this.backlog = backlog;
        this.clock = clock;
        this.full = full;
        this.line = new MessageLine(address.zone().orElseGet(ZoneId::systemDefault));
    }

    @Override
    public boolean admits(InetAddress sender) {
        if (sender.equals(lastAdmitted)) {
            return true;
        }
        boolean admitted = address.admits(Address.of(sender));
        if (admitted) {
            lastAdmitted = sender;
        } else {
            refused++;
        }
        return admitted;
    }

    @Override
    public void message(byte[] bytes, int from, int to, boolean cut, String sender, Punctuality punctuality) {
        Instant arrival = clock.instant();
        Optional<Instant> said = line.become(bytes, from, to, sender, arrival);
        backlog.add(line.bytes(), cut || line.isCut(), punctuality.timeOf(said, arrival), arrival);
    }

    @Override
    public boolean isFull() {
        return full.getAsBoolean();
    }

    /** How many messages or connections came from senders that may not. */
    long refused() {
        return refused;
    }
}
