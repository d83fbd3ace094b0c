// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.source.syslog.receive.KernelDrops;

/** What was sent to an address and not received, as far as anybody can tell. Belongs to the thread that reads. */
final class Missed {
    /** So long it is said. */
    private static final Duration MENTION = Duration.ofHours(1);

    private final Optional<KernelDrops> kernel;
    private long droppedBefore;
    private long dropped;
    private long refused;
    private Instant droppedAt = Instant.EPOCH;
    private Instant refusedAt = Instant.EPOCH;

    /** @param kernel tells of a socket's datagrams; empty where none can be lost */
    Missed(Optional<KernelDrops> kernel) {
        this.kernel = kernel;
    }

    /** Told that the socket is another from now on. */
    void countAnew() {
        droppedBefore += dropped;
        dropped = 0;
    }

    /** @param refusedNow how many came from senders that may not send */
    void look(long refusedNow, Instant now) {
        long droppedNow = kernel.isEmpty() ? 0 : kernel.get().count().orElse(dropped);
        if (droppedNow > dropped) {
            dropped = droppedNow;
            droppedAt = now;
        }
        if (refusedNow > refused) {
            refused = refusedNow;
            refusedAt = now;
        }
    }

    long total() {
        return droppedBefore + dropped + refused;
    }

    /** Empty if nothing was missed within the last hour. */
    String sentence(Instant now) {
        List<String> sentences = new ArrayList<>();
        if (now.isBefore(droppedAt.plus(MENTION))) {
            sentences.add((droppedBefore + dropped)
                    + " datagrams were dropped by the kernel, which had no room for more; raise it by 'sysctl "
                    + "net.core.rmem_max=8388608' and start the daemon again, or have them sent over tcp");
        }
        if (now.isBefore(refusedAt.plus(MENTION))) {
            sentences.add(refused + " times a sender that 'from' does not name was refused");
        }
        return String.join("; ", sentences);
    }
}
