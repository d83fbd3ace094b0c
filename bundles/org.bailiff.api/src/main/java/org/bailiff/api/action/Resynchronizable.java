// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

import org.osgi.annotation.versioning.ConsumerType;

/** What an action implements beside {@link BanAction} if what it wrote can be read back. */
@ConsumerType
public interface Resynchronizable {

    /**
     * Looks at the system now and compares it with what should be in force. From any thread; may wait for the system.
     *
     * @param dryRun whether only to tell; if not, what is missing is written again
     */
    Comparison resync(boolean dryRun);
}
