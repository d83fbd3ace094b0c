// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

import org.bailiff.api.Ban;
import org.bailiff.text.Network;

/**
 * An action that does nothing.
 *
 * @param name of the kind that it stands for
 */
record IdleAction(String name) implements BanAction {

    @Override
    public Enforcement ban(Ban ban) {
        return Enforcement.IN_FORCE;
    }

    @Override
    public void unban(Ban ban) {}

    @Override
    public ActionStatus status() {
        return new ActionStatus(
                name, ActionStatus.State.READY, "", ActionStatus.Entries.NONE, ActionStatus.Totals.NONE);
    }

    @Override
    public Proof prove(Network target) {
        return Proof.of(name, false, "nobody is kept out by what is only rehearsed");
    }

    @Override
    public void stop(boolean release) {}
}
