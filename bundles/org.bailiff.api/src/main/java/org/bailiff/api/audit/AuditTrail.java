// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.audit;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What {@link Audit} has recorded, to be read. Thread-safe. */
@ProviderType
public interface AuditTrail {

    /**
     * The latest entries, the newest first; files are read for it. What cannot be read is left out.
     *
     * @param limit how many at most
     */
    List<AuditEntry> latest(int limit);
}
