// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Notice;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/** A jail, as far as a list has to do with it: it remembers its bans, counts their time, and does what it is told. */
final class SimulatedJail implements ActionListener {
    private static final Duration ADOPTED = Duration.ofMinutes(10);

    private final String name;
    private final ListModel model;
    /** Outlives the daemon. */
    private final Map<Address, Instant> bans = new TreeMap<>();
    /** What ended while the jail did not run; outlives the daemon. */
    private final Set<Address> over = new TreeSet<>();
    /** Those that the list was told of, and has not told the end of. */
    private final Set<Address> handed = new TreeSet<>();
    /** What the list told, to be dealt with when the jail's thread comes to it. */
    private final Deque<Runnable> inbox = new ArrayDeque<>();

    private Instant now = Instant.MIN;
    private Holder holder;
    private RecentList list;

    SimulatedJail(String name, ListModel model) {
        this.name = name;
        this.model = model;
    }

    Set<Address> handed() {
        return handed;
    }

    Instant end(Address address) {
        return bans.get(address);
    }

    List<Address> bans() {
        return List.copyOf(bans.keySet());
    }

    boolean isRunning() {
        return list != null;
    }

    void start(RecentLists lists, ListSettings settings) {
        holder = new Holder(name, this);
        list = lists.join(settings, holder);
        new TreeMap<>(bans).forEach(this::ban);
        new TreeSet<>(over).forEach(address -> {
            list.unban(holder, address);
            over.remove(address);
        });
    }

    void stop(RecentLists lists, ListSettings settings, boolean release) {
        lists.leave(settings, holder, release);
        killed();
    }

    /** All that is not remembered is gone. */
    void killed() {
        handed.clear();
        inbox.clear();
        list = null;
    }

    void ban(Address address, Instant end) {
        bans.put(address, end);
        over.remove(address);
        boolean before = model.asked(address);
        handed.add(address);
        Enforcement enforcement = list.ban(holder, address, end);
        model.answered(address, before, enforcement.inForce());
    }

    void unban(Address address) {
        bans.remove(address);
        handed.remove(address);
        if (isRunning()) {
            list.unban(holder, address);
        } else {
            over.add(address);
        }
        model.ended(address);
    }

    /** Does what there is to do at this time of people's. */
    void work(Instant time) {
        now = time;
        while (!inbox.isEmpty()) {
            inbox.remove().run();
        }
        new TreeMap<>(bans).forEach((address, end) -> {
            if (!end.isAfter(now)) {
                unban(address);
            }
        });
    }

    ActionStatus status() {
        return list.status(holder);
    }

    Proof prove(Address address) {
        return list.prove(holder, address);
    }

    @Override
    public void delisted(Network target) {
        model.toldDelisted(this, target.base());
        handed.remove(target.base());
        inbox.add(() -> endIfBanned(target.base()));
    }

    @Override
    public void evicted(Network target) {
        model.toldEvicted(this, target.base());
        handed.remove(target.base());
        inbox.add(() -> endIfBanned(target.base()));
    }

    private void endIfBanned(Address address) {
        if (bans.containsKey(address)) {
            unban(address);
        }
    }

    @Override
    public void found(Network target) {
        inbox.add(() -> {
            if (!bans.containsKey(target.base())) {
                ban(target.base(), now.plus(ADOPTED));
            }
        });
    }

    @Override
    public void stateChanged(ActionStatus status) {
        // A jail only reports it.
    }

    @Override
    public void noticed(Notice notice) {
        // A jail only reports it.
    }

    @Override
    public String toString() {
        return name;
    }
}
