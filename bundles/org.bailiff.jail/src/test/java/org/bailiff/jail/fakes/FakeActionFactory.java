// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.fakes;

import java.time.Instant;
import java.util.Optional;
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
import org.bailiff.api.action.Recollecting;
import org.bailiff.text.Network;

/** A list in memory: whom its actions keep out. */
public final class FakeActionFactory implements BanActionFactory {
    private final Set<Network> out = new ConcurrentSkipListSet<>();
    private volatile ActionListener listener;
    private volatile int recollections;
    private volatile Runnable atStop = () -> {};
    private volatile boolean broken;
    private volatile boolean crowded;
    private volatile boolean withoutNetworks;
    private volatile Optional<Instant> confirmed = Optional.empty();
    private volatile Optional<Instant> lastDropped = Optional.empty();

    public Set<Network> out() {
        return out;
    }

    /** Unbans throw what the code of a bundle that is gone throws. */
    public void breakDown(boolean nowBroken) {
        broken = nowBroken;
    }

    /** Each of its actions does that when it is stopped. */
    public void atStop(Runnable step) {
        atStop = step;
    }

    /** Little room is left from now on. */
    public void crowd() {
        crowded = true;
    }

    /** Networks cannot be kept out. */
    public void refuseNetworks() {
        withoutNetworks = true;
    }

    /** What can be shown of every target that is out. */
    public void show(Instant confirmedSince, Optional<Instant> dropped) {
        confirmed = Optional.of(confirmedSince);
        lastDropped = dropped;
    }

    /** How often it was asked whom it keeps out. */
    public int recollections() {
        return recollections;
    }

    /** Somebody else's entry is found. */
    public void find(Network target) {
        listener.found(target);
    }

    /** Somebody lets the target in by hand. */
    public void delist(Network target) {
        out.remove(target);
        listener.delisted(target);
    }

    /** There is no room for the target any more. */
    public void evict(Network target) {
        out.remove(target);
        listener.evicted(target);
    }

    @Override
    public BanAction create(ActionSpec spec, ActionListener toTell) {
        if (spec.parameters().containsKey("wrong")) {
            throw new IllegalArgumentException("'wrong' is no parameter of the fake action; leave it out");
        }
        listener = toTell;
        return new FakeAction(spec);
    }

    private final class FakeAction implements BanAction, Recollecting {
        private final ActionSpec spec;

        FakeAction(ActionSpec spec) {
            this.spec = spec;
        }

        @Override
        public void recollect() {
            recollections++;
            out.forEach(listener::found);
        }

        @Override
        public Enforcement ban(Ban ban) {
            if (withoutNetworks && !ban.target().isSingle()) {
                return Enforcement.pending("there is no list of networks");
            }
            out.add(ban.target());
            return crowded ? Enforcement.IN_A_CROWD : Enforcement.IN_FORCE;
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
                    spec.name() + spec.parameters().getOrDefault("suffix", ""),
                    ActionStatus.State.READY,
                    "",
                    ActionStatus.Entries.unbounded(out.size()),
                    ActionStatus.Totals.NONE);
        }

        @Override
        public Proof prove(Network target) {
            boolean kept = out.contains(target);
            return kept
                    ? new Proof(spec.name(), true, confirmed, lastDropped, 0, "kept out")
                    : Proof.of(spec.name(), false, "let in");
        }

        @Override
        public void stop(boolean release) {
            atStop.run();
            if (release) {
                out.clear();
            }
        }
    }
}
