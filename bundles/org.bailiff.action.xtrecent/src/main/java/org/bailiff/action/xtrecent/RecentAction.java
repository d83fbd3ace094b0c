// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent;

import java.time.Instant;
import org.bailiff.action.xtrecent.list.Holder;
import org.bailiff.action.xtrecent.list.ListSettings;
import org.bailiff.action.xtrecent.list.RecentList;
import org.bailiff.action.xtrecent.list.RecentLists;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.Enforcement;
import org.bailiff.text.Network;

/** A jail's bans in a kernel list. */
final class RecentAction implements BanAction {
    private final RecentLists lists;
    private final ListSettings settings;
    private final Holder holder;
    private final RecentList list;

    /**
     * @throws IllegalArgumentException if another jail uses the list with other settings
     */
    RecentAction(RecentLists lists, ListSettings settings, Holder holder) {
        this.lists = lists;
        this.settings = settings;
        this.holder = holder;
        this.list = lists.join(settings, holder);
    }

    @Override
    public Enforcement ban(Ban ban) {
        if (!ban.target().isSingle()) {
            return Enforcement.pending(notAnAddress(ban.target()));
        }
        return list.ban(holder, ban.target().base(), ban.until().orElse(Instant.MAX));
    }

    private String notAnAddress(Network target) {
        return "the list " + settings.name() + " holds single addresses, not the network " + target;
    }

    @Override
    public void unban(Ban ban) {
        if (ban.target().isSingle()) {
            list.unban(holder, ban.target().base());
        }
    }

    @Override
    public ActionStatus status() {
        return list.status(holder);
    }

    @Override
    public String explain(Network target) {
        return target.isSingle() ? list.explain(target.base()) : notAnAddress(target);
    }

    @Override
    public void stop(boolean release) {
        lists.leave(settings, holder, release);
    }
}
