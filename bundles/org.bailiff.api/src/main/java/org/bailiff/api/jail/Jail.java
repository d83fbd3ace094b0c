// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.action.Comparison;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One filter, its sources, its actions and its thresholds. Registered as a service with the property {@link #NAME} as
 * soon as it is configured, whatever state it is in. All methods may be called from any thread.
 */
@ProviderType
public interface Jail {
    /** Service property: the jail's name. */
    String NAME = "jail.name";

    /** The jail's name. */
    String name();

    /** What it is and has done: from memory, at once. */
    JailStatus status();

    /** The bans in force, ordered by target; a copy. */
    List<Ban> bans();

    /**
     * Bans by hand. Answers when the ban is in the kernel and on disk, or says what is missing. A target that is banned
     * already keeps its ban unless the request names another end, which then replaces it.
     *
     * @throws IllegalArgumentException if the target must not be banned: it is ignored, the host's own, or a network;
     *     the message is a sentence for the caller
     * @throws IllegalStateException if the jail is disabled or cannot answer in time
     */
    BanReport ban(BanRequest request, Caller caller);

    /**
     * Ends a ban by hand, and forgets the target's failures.
     *
     * @throws IllegalStateException if the jail is disabled or cannot answer in time
     */
    BanReport unban(Network target, Caller caller);

    /** What the jail knows about the address. */
    Explanation explain(Address address);

    /**
     * What the jail would make of a line of its log, if it were written now; nothing is counted for it.
     *
     * @param line without its line end
     * @throws IllegalStateException if the jail cannot answer in time
     */
    LineExplanation explainLine(String line);

    /** What each action can show of the target: from memory, at once. Empty if the jail is not at work. */
    List<Proof> prove(Network target);

    /**
     * Has an action compare what should be in force with what is.
     *
     * @param action its name
     * @param dryRun whether only to tell; if not, what is missing is written again
     * @throws IllegalArgumentException if the jail has no such action, or the action cannot; the message is a sentence
     * @throws IllegalStateException if the jail is disabled
     */
    Comparison resync(String action, boolean dryRun, Caller caller);

    /** Takes all of its entries out of the system, although its bans are remembered: before a stop for good. */
    void release(Caller caller);

    /** Its configuration as it is in force: fail2ban's keys and resolved values, in the order of the keys. */
    Map<String, String> settings();

    /** The longest that {@link #ban} and {@link #unban} wait for the jail. */
    Duration PATIENCE = Duration.ofSeconds(5);
}
