// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

import org.osgi.annotation.versioning.ConsumerType;

/** A kind of action. Registered as a service with the property {@link #NAME}. Thread-safe. */
@ConsumerType
public interface BanActionFactory {
    /** Service property: the action's name, e.g. {@code xt_recent}. */
    String NAME = "name";

    /**
     * An action for a jail. Does not fail because the system is not ready: the action's status says so then.
     *
     * @throws IllegalArgumentException if a parameter is wrong; the jail is FAILED with that message, which names the
     *     parameter, its value and the mend
     */
    BanAction create(ActionSpec spec, ActionListener listener);

    /**
     * An action that goes the way of those that {@link #create} makes, as far as it can without a change outside of this
     * process.
     *
     * @throws IllegalArgumentException as {@link #create} does
     */
    default BanAction rehearse(ActionSpec spec, ActionListener listener) {
        return new IdleAction(spec.name());
    }
}
