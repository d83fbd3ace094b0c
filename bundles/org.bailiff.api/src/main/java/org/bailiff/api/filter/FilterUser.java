// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.util.List;
import org.bailiff.api.config.Problem;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Uses filters, and is asked before another definition of one comes into force. Registered as a service. Thread-safe;
 * changes nothing when asked.
 */
@ConsumerType
public interface FilterUser {

    /** Whether it uses a filter of this name now. */
    boolean uses(String filter);

    /** Why it could not work with the candidate, as it is configured now: errors; empty if it could, or does not use it. */
    List<Problem> objections(FilterDefinition candidate);

    /** Another definition is in force under this name, or none. Called on the thread that changed it; does not wait. */
    void filterChanged(String filter);
}
