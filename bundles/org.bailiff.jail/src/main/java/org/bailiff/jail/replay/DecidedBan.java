// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.time.Instant;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.text.Network;

/**
 * A ban that would have been, without its lines.
 *
 * @param target who would have been kept out
 * @param since when it would have begun
 * @param until when it would have ended; empty if never
 * @param count how often the target would have been banned, this time included
 */
public record DecidedBan(Network target, Instant since, Optional<Instant> until, int count) {

    static DecidedBan of(Ban ban) {
        return new DecidedBan(ban.target(), ban.since(), ban.until(), ban.count());
    }
}
