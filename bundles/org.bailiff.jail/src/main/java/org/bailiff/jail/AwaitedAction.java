// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.concurrent.Semaphore;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Network;

/**
 * An action whose bans somebody waits for.
 *
 * @param banned gets a permit for each ban that is carried out
 */
record AwaitedAction(BanAction action, Semaphore banned) implements BanAction {

    @Override
    public Enforcement ban(Ban ban) {
        Enforcement enforcement = action.ban(ban);
        banned.release();
        return enforcement;
    }

    @Override
    public void unban(Ban ban) {
        action.unban(ban);
    }

    @Override
    public ActionStatus status() {
        return action.status();
    }

    @Override
    public Proof prove(Network target) {
        return action.prove(target);
    }

    @Override
    public void stop(boolean release) {
        action.stop(release);
    }
}
