// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import org.bailiff.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Definitions that are put in at run time, over all others of their name. What is put in is data: it includes others only
 * by the bare name of a definition that is offered already, and holds no path, command or class. It is kept through a
 * restart, with the revisions before it. Every change is audited. Thread-safe.
 *
 * <p>A text has its line ends; what clients that cannot write them may do instead is theirs to undo.
 */
@ProviderType
public interface FilterLibrary {

    /**
     * What {@link #deploy} would say of the text; nothing is changed.
     *
     * @throws IllegalArgumentException if the name is none, or the text is empty or longer than a definition can be; the
     *     message is a sentence for the caller
     */
    FilterVerdict validate(String name, String text);

    /**
     * Puts a definition in force, if it compiles, also for the jails that use it, and its samples come out as it says.
     * No line, count or ban is lost by it.
     *
     * @param name e.g. {@code sshd}
     * @param text in fail2ban's dialect
     * @param dryRun whether only to say what would become of it
     * @throws IllegalArgumentException as {@link #validate} does
     * @throws IllegalStateException if it could not be kept; then it is not in force either
     */
    FilterVerdict deploy(String name, String text, boolean dryRun, Caller caller);

    /**
     * Puts back what was deployed before, or, before the first, what was in force without any.
     *
     * @throws IllegalArgumentException if nothing of this name was deployed
     * @throws IllegalStateException as {@link #deploy} does
     */
    FilterVerdict rollback(String name, boolean dryRun, Caller caller);

    /**
     * Takes out what was deployed; what is offered elsewhere under the name is in force again.
     *
     * @throws IllegalArgumentException if nothing of this name was deployed
     * @throws IllegalStateException as {@link #deploy} does
     */
    FilterVerdict undeploy(String name, boolean dryRun, Caller caller);
}
