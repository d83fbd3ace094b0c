// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Network;

/** Tells a jail's bans to commands. It only hands them in: no ban waits for a command. */
final class CommandAction implements BanAction {
    private final Desk desk;
    /** The ids of bans by target. Changed by the jail's thread, read by any. */
    private final Map<Network, String> ids = new ConcurrentHashMap<>();

    CommandAction(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Enforcement ban(Ban ban) {
        ids.put(ban.target(), ban.id());
        desk.ban(ban);
        return Enforcement.IN_FORCE;
    }

    @Override
    public void restore(Collection<Ban> bans) {
        bans.forEach(ban -> ids.put(ban.target(), ban.id()));
        desk.restore(bans);
    }

    @Override
    public void unban(Ban ban) {
        ids.remove(ban.target());
        desk.unban(ban);
    }

    @Override
    public ActionStatus status() {
        return desk.status();
    }

    @Override
    public Proof prove(Network target) {
        String id = ids.get(target);
        boolean told = id != null && desk.wasTold(id);
        return Proof.of(desk.label(), told, told ? "the command was run" : "no command was run for it");
    }

    @Override
    public void stop(boolean release) {
        desk.leave(release);
    }
}
