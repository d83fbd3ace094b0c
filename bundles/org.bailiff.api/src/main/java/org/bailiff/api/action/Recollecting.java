// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

import org.osgi.annotation.versioning.ConsumerType;

/** What an action implements beside {@link BanAction} if the system shows whom it keeps out. */
@ConsumerType
public interface Recollecting {

    /**
     * Tells the listener soon, once, by {@link ActionListener#found}, whom the system keeps out for this jail and no other,
     * and no ban remembers. Called by the jail's thread right after {@link BanAction#restore}, if what the jail remembered
     * is damaged. Answers at once.
     */
    void recollect();
}
