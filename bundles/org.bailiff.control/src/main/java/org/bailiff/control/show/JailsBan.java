// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.action.Proof;
import org.bailiff.api.jail.Jail;

/** A ban, and the jail that can show what is behind it. */
public record JailsBan(Jail jail, Ban ban) {

    /** What the jail's actions can show of the ban now. */
    List<Proof> proofs() {
        return jail.prove(ban.target());
    }

    /** Whether every action carries the ban out, in a word. */
    static String inForce(List<Proof> proofs) {
        boolean anywhere = proofs.stream().anyMatch(Proof::inForce);
        boolean everywhere = anywhere && proofs.stream().allMatch(Proof::inForce);
        return everywhere ? "yes" : anywhere ? "in part" : "no";
    }

    /** When a packet was last dropped; empty if none is known of. */
    static Optional<Instant> lastDropped(List<Proof> proofs) {
        return proofs.stream().map(Proof::lastDropped).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
