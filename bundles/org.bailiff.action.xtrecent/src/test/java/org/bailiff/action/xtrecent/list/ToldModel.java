// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.bailiff.action.xtrecent.list.ListModel.require;

import java.time.Duration;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.text.Address;

/** What a jail is told of its bans when it asks: it must be so, and add up. */
final class ToldModel {
    /** Where it is longest. */
    private static final Duration JIFFY = Duration.ofMillis(10);

    private final FakeKernelList kernel;
    private final Duration lease;
    private final FaultyFile file;
    private long evicted;
    private long delisted;

    ToldModel(FakeKernelList kernel, Duration lease, FaultyFile file) {
        this.kernel = kernel;
        this.lease = lease;
        this.file = file;
    }

    /** A daemon begins, or the list is used anew, and counts from nothing. */
    void begun() {
        evicted = 0;
        delisted = 0;
        file.countAnew();
    }

    void evicted() {
        evicted++;
    }

    void delisted() {
        delisted++;
    }

    /**
     * What must hold after every step.
     *
     * @param settled whether the daemon has had time to see what is in the list
     */
    void check(SimulatedJail jail, boolean settled) {
        ActionStatus status = jail.status();
        ActionStatus.Entries entries = status.entries();
        ActionStatus.Totals totals = status.totals();
        require(
                entries.current() + entries.pending() == jail.handed().size(),
                () -> jail + " bans " + jail.handed().size() + ", and the status says " + entries);
        require(totals.evicted() == evicted, () -> evicted + " were told as evicted, and the status says " + totals);
        require(
                totals.delisted() == delisted,
                () -> delisted + " were told as delisted, and the status says " + totals);
        require(
                totals.writes() == file.writes() && totals.errors() == file.errors(),
                () -> file.writes() + " writes succeeded, " + file.errors() + " failed, and the status says " + totals);
        if (settled) {
            jail.handed().forEach(address -> requireTruth(jail, address));
        }
    }

    private void requireTruth(SimulatedJail jail, Address address) {
        boolean said = jail.prove(address).inForce();
        boolean is = kernel.matches(address, lease);
        // The kernel's lease ends with a jiffy that ours does not reach.
        boolean ending = is && kernel.age(address).plus(JIFFY).compareTo(lease) >= 0;
        // What somebody else has prolonged is in force for longer than we answer for.
        boolean prolonged = is && kernel.isProlonged(address);
        require(
                kernel.swallowed.contains(address) || ending || prolonged || said == is,
                () -> address + " is " + (said ? "said to be in force, and is not" : "in force, and said not to be"));
    }

    /** What must hold once nothing has happened for a while. */
    void checkAtRest(SimulatedJail jail) {
        for (Address address : jail.handed()) {
            requireTruth(jail, address);
            require(jail.prove(address).confirmed().isPresent(), () -> address + " was not read back");
        }
        ActionStatus.Entries entries = jail.status().entries();
        require(
                entries.pending() == 0 && entries.max() >= entries.current(),
                () -> "all is in force, and the status of " + jail + " says " + entries);
        require(jail.handed().containsAll(jail.bans()), () -> jail + " bans what the list does not know of");
    }
}
