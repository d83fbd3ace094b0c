// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Notice;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who uses a list, and hears of it. Thread-safe; to be told outside of the list's lock. */
final class Audience {
    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private final ListSettings settings;
    private final List<Holder> holders = new CopyOnWriteArrayList<>();

    Audience(ListSettings settings) {
        this.settings = settings;
    }

    void join(Holder holder) {
        holders.add(holder);
    }

    void leave(Holder holder) {
        holders.remove(holder);
    }

    List<Holder> holders() {
        return List.copyOf(holders);
    }

    /** There was no room for these; whoever wanted them is told. */
    void evicted(List<Entry> entries) {
        for (Entry entry : entries) {
            Network target = settings.target(entry.address());
            entry.holders().forEach(holder -> holder.listener().evicted(target));
        }
    }

    /** Somebody took it out by hand; whoever wanted it is told. */
    void delisted(Entry entry) {
        LOG.info("{} was taken out of the list {} by hand", entry.address(), settings.name());
        Network target = settings.target(entry.address());
        entry.holders().forEach(holder -> holder.listener().delisted(target));
    }

    /** Somebody put it in by hand, and it is to be adopted: the jail that has used the list longest is told. */
    void found(Address address) {
        Network target = settings.target(address);
        holders.stream().findFirst().ifPresent(holder -> holder.listener().found(target));
    }

    void noticed(Notice notice) {
        holders.forEach(holder -> holder.listener().noticed(notice));
    }

    void stateChanged(Function<Holder, ActionStatus> status) {
        holders.forEach(holder -> holder.listener().stateChanged(status.apply(holder)));
    }
}
