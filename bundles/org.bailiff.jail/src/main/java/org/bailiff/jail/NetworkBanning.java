// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.util.List;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Enforcement;
import org.bailiff.jail.decision.Decisions;

/**
 * Bans networks in the place of many of their addresses. Those stay out until the network is: it goes into the actions
 * first, then all of it to disk as one, and at last the addresses leave the actions. Used by the jail's thread.
 */
final class NetworkBanning {
    private final Surroundings surroundings;
    private final Decisions decisions;
    private final Actions actions;
    private final Memory memory;

    NetworkBanning(Surroundings surroundings, Decisions decisions, Actions actions, Memory memory) {
        this.surroundings = surroundings;
        this.decisions = decisions;
        this.actions = actions;
        this.memory = memory;
    }

    /** An address was banned: its network, or if room is short another one, may be worth a ban by now. */
    void after(Ban ban, Enforcement enforcement) {
        decisions.networkBan(ban, enforcement.crowded()).ifPresent(network -> {
            if (actions.ban(network).inForce()) {
                List<Ban> members = merge(network);
                surroundings.announcements().banned(network, Duration.ZERO);
                release(members);
            } else {
                // Without a list of networks the addresses stay out one by one; the action's state says what is
                // missing.
                actions.unban(network);
            }
        });
    }

    /** A network was banned by hand and is in force: its addresses need no entries of their own. */
    void replaceMembers(Ban network) {
        release(merge(network));
    }

    private List<Ban> merge(Ban network) {
        List<Ban> members = decisions.merge(network, surroundings.clock().instant());
        memory.keep(true);
        return members;
    }

    private void release(List<Ban> members) {
        for (Ban member : members) {
            actions.unban(member);
            surroundings.announcements().unbanned(member, UnbanCause.MERGED, Caller.DAEMON);
        }
    }
}
