// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.log;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps nobody out. The jail's own line in the log tells of each ban and unban; what the action did is told at debug, with
 * the end of the ban.
 */
final class LogAction implements BanAction {
    static final String NAME = "log";

    private static final Logger LOG = LoggerFactory.getLogger(LogAction.class);

    private final String jail;
    /** Changed by the jail's thread, read by any. */
    private final Set<Network> targets = ConcurrentHashMap.newKeySet();

    LogAction(String jail) {
        this.jail = jail;
    }

    @Override
    public Enforcement ban(Ban ban) {
        if (targets.add(ban.target())) {
            String end = ban.until().map(until -> "until " + until).orElse("for ever");
            LOG.debug("{}: ban {} {}", jail, ban.target(), end);
        }
        return Enforcement.IN_FORCE;
    }

    @Override
    public void unban(Ban ban) {
        if (targets.remove(ban.target())) {
            LOG.debug("{}: unban {}", jail, ban.target());
        }
    }

    @Override
    public ActionStatus status() {
        return new ActionStatus(
                NAME,
                ActionStatus.State.READY,
                "",
                ActionStatus.Entries.unbounded(targets.size()),
                ActionStatus.Totals.NONE);
    }

    @Override
    public Proof prove(Network target) {
        boolean logged = targets.contains(target);
        // Whoever chose only to log is content with that.
        return Proof.of(NAME, logged, logged ? "logged as banned" : "not logged as banned");
    }

    @Override
    public void stop(boolean release) {
        // Nothing holds beyond this object.
    }
}
