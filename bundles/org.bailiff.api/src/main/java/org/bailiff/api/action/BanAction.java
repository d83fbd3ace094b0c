// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

import java.util.Collection;
import org.bailiff.api.Ban;
import org.bailiff.text.Network;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a jail's bans do to the system. Used by the jail's thread, but for {@link #status} and {@link #prove}, which
 * any thread may call. Validates what it is given, uses no shell, and throws nothing: what does not work is a state
 * with a reason, and is tried again by itself.
 */
@ConsumerType
public interface BanAction {

    /**
     * Keeps the target out until the ban is ended by {@link #unban} (the jail counts the time). Done again for a target
     * that is out already, it changes nothing but the ban's end.
     */
    Enforcement ban(Ban ban);

    /**
     * Keeps those targets out that were kept out before this action was made: before the daemon was started, or the action
     * configured. Called once, before anything else; what must happen once for a ban, such as a message, happened before.
     */
    default void restore(Collection<Ban> bans) {
        bans.forEach(this::ban);
    }

    /** Lets the target in again. A target that is not out is no error. */
    void unban(Ban ban);

    /** What it is doing: from memory, at once. */
    ActionStatus status();

    /** What it can show of the target, e.g. that the kernel's list holds it and drops its packets: from memory, at once. */
    Proof prove(Network target);

    /**
     * Stops for good.
     *
     * @param release whether to let every target in; if not, what is in force stays so as long as the system allows
     */
    void stop(boolean release);
}
