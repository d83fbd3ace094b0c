// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.text.Network;

/**
 * A jail's decision to keep an address, or a network, out.
 *
 * @param id the same for the same decision, also when it is taken anew after a crash; see {@link #idOf}
 * @param jail the jail's name
 * @param target who is kept out
 * @param since when it began
 * @param until when it ends; empty if never
 * @param count how often this jail has banned the target, this time included; at least 1
 * @param origin why it exists
 * @param by who asked for it; the daemon unless manual
 * @param reason the operator's words; empty if there are none
 * @param evidence the lines that led to it, oldest first; empty for a manual ban; kept {@linkplain PackedEvidence packed}
 */
public record Ban(
        String id,
        String jail,
        Network target,
        Instant since,
        Optional<Instant> until,
        int count,
        BanOrigin origin,
        String by,
        String reason,
        List<Evidence> evidence) {

    public Ban {
        evidence = PackedEvidence.of(evidence);
        if (count < 1) {
            throw new IllegalArgumentException("a ban is at least the first, not number " + count);
        }
    }

    /**
     * The id of the ban of this target by this jail that began at this moment. It depends on nothing else, so a
     * decision that is taken again after a crash, from the same lines, has the same id.
     */
    public static String idOf(String jail, Network target, Instant since) {
        return BanIds.of(jail, target, since);
    }

    /** How many bytes of memory its evidence takes. */
    public int evidenceBytes() {
        return PackedEvidence.of(evidence).bytes();
    }

    /** Whether it has ended by {@code now}; a ban ends at its very end time. */
    public boolean isOver(Instant now) {
        return until.isPresent() && !now.isBefore(until.get());
    }
}
