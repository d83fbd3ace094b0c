// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.Failure;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Notice;
import org.bailiff.api.filter.CutOff;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what jails decide. Registered as a service; called right after the fact, by one thread for all jails, in the order
 * of each, but of failures by the jail's own: so it must be quick and not wait. After a crash a ban may be told again, with
 * the same id.
 */
@ConsumerType
public interface JailListener {

    /** A failure was counted. */
    default void found(String jail, Failure failure) {}

    /** A ban is in force, or as near to it as its actions allow. */
    default void banned(Ban ban, boolean restored) {}

    /** A ban ended. */
    default void unbanned(Ban ban, UnbanCause cause, Caller caller) {}

    /** State or reason changed. */
    default void stateChanged(String jail, JailState state, String reason) {}

    /** An action noticed something that is no ban, no unban and no state. */
    default void noticed(String jail, Notice notice) {}

    /** A regex of its filter took too long for a line and was cut off: the first time, and each time the count doubles. */
    default void cutOff(String jail, CutOff cutOff) {}

    /** The jail has other actions than before. */
    default void actionsChanged(String jail) {}
}
