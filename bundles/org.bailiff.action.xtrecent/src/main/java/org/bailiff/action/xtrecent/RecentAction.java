// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.bailiff.action.xtrecent.list.ConfiguredAction;
import org.bailiff.action.xtrecent.list.JailLists;
import org.bailiff.action.xtrecent.list.RecentList;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.Comparison;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.api.action.Recollecting;
import org.bailiff.api.action.Resynchronizable;
import org.bailiff.text.Network;

/** A jail's bans in kernel lists. */
final class RecentAction implements BanAction, Resynchronizable, Recollecting {
    private final JailLists lists;

    RecentAction(JailLists lists) {
        this.lists = lists;
    }

    @Override
    public Enforcement ban(Ban ban) {
        return lists.of(ban.target())
                .map(list -> list.ban(
                        lists.holder(), ban.target().base(), ban.until().orElse(Instant.MAX)))
                .orElseGet(() -> withoutList(ban.target()));
    }

    @Override
    public void restore(Collection<Ban> bans) {
        lists.fill(() -> bans.forEach(this::ban));
    }

    private Enforcement withoutList(Network target) {
        lists.homeless(target, true);
        return Enforcement.pending(noListHolds(target));
    }

    private static String noListHolds(Network target) {
        return "no list holds the network " + target + "; 'networkbans' makes lists of /24 and of /64 networks";
    }

    @Override
    public void unban(Ban ban) {
        Network target = ban.target();
        lists.of(target)
                .ifPresentOrElse(
                        list -> list.unban(lists.holder(), target.base()), () -> lists.homeless(target, false));
    }

    @Override
    public ActionStatus status() {
        return lists.status();
    }

    @Override
    public Proof prove(Network target) {
        Optional<RecentList> list = lists.of(target);
        return list.map(present -> present.prove(lists.holder(), target.base()))
                .orElseGet(() -> Proof.of(ConfiguredAction.ACTION, false, noListHolds(target)));
    }

    @Override
    public Comparison resync(boolean dryRun) {
        return lists.resync(dryRun);
    }

    @Override
    public void recollect() {
        lists.recollect();
    }

    @Override
    public void stop(boolean release) {
        lists.leave(release);
    }
}
