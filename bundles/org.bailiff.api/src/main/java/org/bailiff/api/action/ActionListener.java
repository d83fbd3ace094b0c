// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

import org.bailiff.text.Network;
import org.osgi.annotation.versioning.ProviderType;

/** Hears what an action notices by itself. May be called from any thread; does not wait. */
@ProviderType
public interface ActionListener {

    /** Somebody let the target in by hand; to be honoured as an unban. */
    void delisted(Network target);

    /** There was no room for the target any more. */
    void evicted(Network target);

    /** Somebody else keeps the target out, and it is to become a ban of the jail's, unless the jail never bans it. */
    void found(Network target);

    /** State or reason changed. */
    void stateChanged(ActionStatus status);

    /** Something else happened that people should know of. */
    void noticed(Notice notice);
}
