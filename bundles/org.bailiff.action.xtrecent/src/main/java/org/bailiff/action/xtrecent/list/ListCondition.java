// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.bailiff.api.action.ActionStatus;

/**
 * Whether a list can be written.
 *
 * @param state see {@link ActionStatus.State}
 * @param reason why not, or why not for long, and the mend; empty if it can
 */
record ListCondition(ActionStatus.State state, String reason) {
    static final ListCondition READY = new ListCondition(ActionStatus.State.READY, "");

    /** It is held open, and could not be opened again. */
    static ListCondition onLoan(String list) {
        return new ListCondition(
                ActionStatus.State.READY,
                "the list " + list + " may no longer be written by user " + CurrentUser.name()
                        + "; bans go on through what is open, until the daemon ends or the list is made anew; chown it as"
                        + " 'bailiff firewall' prints");
    }

    boolean isReady() {
        return state == ActionStatus.State.READY;
    }

    /** Why the list could not be opened: by the exception's type, for its message is in the user's language. */
    static ListCondition of(String list, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return new ListCondition(
                    ActionStatus.State.WAITING,
                    "the list " + list + " does not exist: no firewall rule names it; run 'bailiff firewall' and apply"
                            + " what it prints");
        }
        if (failure instanceof AccessDeniedException) {
            return new ListCondition(
                    ActionStatus.State.FAILED,
                    "the list " + list + " may not be written by user " + CurrentUser.name()
                            + "; chown it as 'bailiff firewall' prints");
        }
        return new ListCondition(
                ActionStatus.State.FAILED, "the list " + list + " cannot be opened, and is tried again: " + failure);
    }
}
