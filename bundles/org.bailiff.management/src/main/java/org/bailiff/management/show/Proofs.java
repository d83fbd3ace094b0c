// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.action.Proof;

/** What the actions of a jail can show of one ban together. */
public final class Proofs {
    private Proofs() {}

    /** Whether every action carries it out. */
    public static boolean inForce(List<Proof> proofs) {
        return !proofs.isEmpty() && proofs.stream().allMatch(Proof::inForce);
    }

    /** The same in a word, for people. */
    public static String word(List<Proof> proofs) {
        if (inForce(proofs)) {
            return "yes";
        }
        return proofs.stream().anyMatch(Proof::inForce) ? "in part" : "no";
    }

    /** When a packet was last dropped; empty if none is known of. */
    public static Optional<Instant> lastDropped(List<Proof> proofs) {
        return proofs.stream().map(Proof::lastDropped).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
