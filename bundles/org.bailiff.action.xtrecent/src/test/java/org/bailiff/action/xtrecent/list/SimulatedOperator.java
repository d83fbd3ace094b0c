// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import org.bailiff.text.Address;

/**
 * What others do to a host's list: root, whose rules name it, and whoever may write it. A verb with {@code Now} does it
 * in the middle of another step.
 */
final class SimulatedOperator {
    private final SimulatedHost host;

    SimulatedOperator(SimulatedHost host) {
        this.host = host;
    }

    void delist(Address address) {
        host.step(address + " is taken out by hand", () -> delistNow(address));
    }

    void delistNow(Address address) {
        host.model.takenOutByHand(address);
        host.kernel.delist(address.toString());
    }

    void addByHand(Address address) {
        host.step(address + " is added by hand", () -> addNow(address));
    }

    void addNow(Address address) {
        host.model.addedByHand(address);
        host.kernel.add(address.toString());
    }

    void flush() {
        host.step("the list is flushed", this::flushNow);
    }

    void flushNow() {
        host.kernel.flush();
        host.model.disturbed();
    }

    void remove() {
        host.step("the list is removed", () -> {
            host.kernel.remove();
            host.model.hindered();
        });
    }

    void makeAnew(boolean denied) {
        host.step("the list is made anew" + (denied ? " for root only" : ""), () -> makeAnewNow(denied));
    }

    void makeAnewNow(boolean denied) {
        host.kernel.makeAnew();
        host.kernel.denied = denied;
        host.model.hindered();
    }

    void deny(boolean denied) {
        host.step(denied ? "the list is taken away" : "the list is handed over", () -> {
            host.kernel.denied = denied;
            host.model.hindered();
        });
    }

    void runOutOfMemoryFor(Address address) {
        host.step("there is no memory for " + address, () -> {
            host.kernel.swallowed.add(address);
            host.model.disturbed();
        });
    }
}
