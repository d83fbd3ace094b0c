// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.Evidence;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Network;

/**
 * What a jail knows about an address.
 *
 * @param jail the jail's name
 * @param target the address that was asked for
 * @param ban the ban that covers the address; empty if none does
 * @param pastBans how often this jail has banned it before
 * @param lastBanEnded when its last ban ended; empty if none has, or it is forgotten
 * @param counted the failures that count now, oldest first
 * @param failures how many attempts those stand for
 * @param maxRetry how many would ban
 * @param ignored why it would not be banned, as an entry of the ignore list; empty if it would
 * @param enforcement what each action can show of the ban
 * @param waiting why its ban waits, although enough failures count for it; empty if none waits
 */
public record Explanation(
        String jail,
        Network target,
        Optional<Ban> ban,
        int pastBans,
        Optional<Instant> lastBanEnded,
        List<Evidence> counted,
        int failures,
        int maxRetry,
        Optional<String> ignored,
        List<Proof> enforcement,
        Optional<String> waiting) {

    /** Of an address whose ban does not wait. */
    public Explanation(
            String jail,
            Network target,
            Optional<Ban> ban,
            int pastBans,
            Optional<Instant> lastBanEnded,
            List<Evidence> counted,
            int failures,
            int maxRetry,
            Optional<String> ignored,
            List<Proof> enforcement) {
        this(
                jail,
                target,
                ban,
                pastBans,
                lastBanEnded,
                counted,
                failures,
                maxRetry,
                ignored,
                enforcement,
                Optional.empty());
    }

    public Explanation {
        counted = List.copyOf(counted);
        enforcement = List.copyOf(enforcement);
    }
}
