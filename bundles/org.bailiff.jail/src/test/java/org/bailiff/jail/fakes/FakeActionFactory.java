// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.fakes;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.BanActionFactory;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Network;

/** A list in memory: whom its actions keep out. */
public final class FakeActionFactory implements BanActionFactory {
    private final Set<Network> out = new ConcurrentSkipListSet<>();
    private volatile ActionListener listener;
    private volatile boolean broken;

    public Set<Network> out() {
        return out;
    }

    /** Unbans throw what the code of a bundle that is gone throws. */
    public void breakDown(boolean nowBroken) {
        broken = nowBroken;
    }

    /** Somebody lets the target in by hand. */
    public void delist(Network target) {
        out.remove(target);
        listener.delisted(target);
    }

    @Override
    public BanAction create(ActionSpec spec, ActionListener toTell) {
        if (spec.parameters().containsKey("wrong")) {
            throw new IllegalArgumentException("'wrong' is no parameter of the fake action; leave it out");
        }
        listener = toTell;
        return new BanAction() {
            @Override
            public Enforcement ban(Ban ban) {
                out.add(ban.target());
                return Enforcement.IN_FORCE;
            }

            @Override
            public void unban(Ban ban) {
                if (broken) {
                    throw new NoClassDefFoundError("org/example/Gone");
                }
                out.remove(ban.target());
            }

            @Override
            public ActionStatus status() {
                return new ActionStatus(
                        spec.name(),
                        ActionStatus.State.READY,
                        "",
                        ActionStatus.Entries.unbounded(out.size()),
                        ActionStatus.Totals.NONE);
            }

            @Override
            public Proof prove(Network target) {
                boolean kept = out.contains(target);
                return Proof.of(spec.name(), kept, kept ? "kept out" : "let in");
            }

            @Override
            public void stop(boolean release) {
                if (release) {
                    out.clear();
                }
            }
        };
    }
}
