// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import java.util.List;
import java.util.Optional;
import org.bailiff.dialect.Origin;

/**
 * A jail's actions, as Bailiff carries them out.
 *
 * @param actions the value of the jail's key {@code action}
 * @param remarks what is not as it is written there
 */
public record Translation(String actions, List<Remark> remarks) {

    /**
     * Something to tell the administrator.
     *
     * @param change what became of an action
     * @param action its name
     * @param place where the reason stands; empty if that is where the jail names the action
     * @param why a sentence with the mend; empty if the change says it all
     */
    public record Remark(Change change, String action, Optional<Origin> place, String why) {

        /** One that needs no reason. */
        public Remark(Change change, String action) {
            this(change, action, Optional.empty(), "");
        }
    }

    /** What can become of an action. */
    public enum Change {
        /** A list of Bailiff's is in its place. */
        REPLACED,
        /** It is not run, and the jail bans all the same. */
        NOT_RUN,
        /** It is run, and because it may keep somebody out or not, a list of Bailiff's does so too. */
        RUN_BESIDE,
        /** It lets in whom the jail finds, which nothing here does: the jail only logs. */
        LETS_IN,
        /** There is none: the jail only logs. */
        NO_ACTION
    }

    public Translation {
        remarks = List.copyOf(remarks);
    }
}
