// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.api.store.FailureMark;
import org.bailiff.api.store.JailRecord;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/** Records for tests. */
final class Records {
    static final Instant TIME = Instant.parse("2026-11-23T10:15:30.123456789Z");

    private Records() {}

    /** A small record that no other number has. */
    static JailRecord small(int number) {
        return new JailRecord(
                Map.of("/var/log/auth.log", "17:" + number),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new JailRecord.Totals(number, 0));
    }

    /** A record in which every part says something, with text that an attacker may have written. */
    static JailRecord full() {
        Evidence nasty = new Evidence(TIME, 3, 2, "\"}\n\\ 00000000 {\"totals\" \u2028 \ud83d\ude00 <html> \u0000 ü");
        return new JailRecord(
                Map.of("/var/log/auth.log", "17:42", "/var/log/\"odd\"\nname", "1"),
                Map.of("/var/log/auth.log", "{\"session\":[1]}"),
                Map.of("/var/log/auth.log", TIME.minusNanos(1)),
                List.of(
                        new FailureMark("192.0.2.9", nasty),
                        new FailureMark(
                                "alice", new Evidence(TIME, 1, 1, "", Optional.of(Address.parse("192.0.2.10"))))),
                List.of("192.0.2.7", "2001:db8::7"),
                List.of(ban("192.0.2.7", Optional.of(Instant.MAX)), ban("2001:db8::/64", Optional.empty())),
                List.of(new BanHistory(Network.parse("192.0.2.8"), 4, Instant.MIN)),
                new JailRecord.Totals(Long.MAX_VALUE, 5),
                Optional.of(new ClockMark("b0f5", TIME.minusSeconds(9), TIME)));
    }

    static Ban ban(String target, Optional<Instant> until) {
        Network network = Network.parse(target);
        return new Ban(
                Ban.idOf("sshd", network, TIME),
                "sshd",
                network,
                TIME,
                until,
                2,
                BanOrigin.MANUAL,
                "alice",
                "seen \"there\"",
                List.of(new Evidence(TIME.plusNanos(1), 1, 1, "a line"), new Evidence(TIME, 2, 9, "")));
    }
}
