// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A list, its keeper, and who uses it. */
final class KeptList {
    private static final Logger LOG = LoggerFactory.getLogger(KeptList.class);

    private final ListSettings settings;
    private final RecentList list;
    private final ListKeeper keeper;
    private final List<Holder> holders = new CopyOnWriteArrayList<>();
    /** What was last told; the maintenance thread's own. */
    private ListCondition told = ListCondition.READY;

    KeptList(ListSettings settings, RecentFile file, InstantSource time, Duration interval) {
        this.settings = settings;
        ListContents contents = new ListContents(settings, file, time);
        this.list = new RecentList(contents);
        this.keeper = new ListKeeper(contents, file, time, interval);
    }

    String name() {
        return settings.name();
    }

    RecentList list() {
        return list;
    }

    void join(ListSettings wanted, Holder holder) {
        if (!wanted.equals(settings)) {
            throw new IllegalArgumentException("jail " + holder.jail() + " wants the list " + name() + " with "
                    + numbers(wanted) + ", but jail " + holders.get(0).jail() + " uses it with " + numbers(settings)
                    + "; give both the same numbers, or each a list of its own");
        }
        holders.add(holder);
    }

    private static String numbers(ListSettings settings) {
        return "seconds=" + settings.lease().toSeconds() + ", capacity=" + settings.capacity();
    }

    /** Whether nobody uses the list any more. */
    boolean leave(Holder holder, boolean release) {
        list.leave(holder, release);
        holders.remove(holder);
        if (!holders.isEmpty()) {
            return false;
        }
        keeper.close();
        list.close(release);
        return true;
    }

    void round() {
        ListCondition now = keeper.round();
        if (now.equals(told)) {
            return;
        }
        told = now;
        if (now.isReady()) {
            LOG.info("the list {} is there and may be written", name());
        } else {
            LOG.warn("{}", now.reason());
        }
        holders.forEach(holder -> holder.listener().stateChanged(list.status(holder)));
    }

    void close() {
        keeper.close();
        list.close(false);
    }
}
