// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bailiff.api.Ban;
import org.bailiff.text.SafeText;

/**
 * A ban as a line of a log.
 *
 * @param number its place among the others
 * @param since when the ban began: the line's time
 * @param line what fail2ban writes of a ban, behind the date
 */
record ToldBan(long number, Instant since, byte[] line) {

    /**
     * The same for the same ban whenever it is told: so there is no process id in it, which fail2ban writes in its own
     * file and leaves out elsewhere. A jail's name and an address are all that is in it, nothing from a log.
     */
    static ToldBan of(Ban ban, long number) {
        String line = "fail2ban.actions: NOTICE [" + SafeText.of(ban.jail()) + "] Ban " + ban.target();
        return new ToldBan(number, ban.since(), line.getBytes(StandardCharsets.UTF_8));
    }
}
