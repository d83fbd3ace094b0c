// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The definitions in force, one a name. {@link FilterDefinition} services are only candidates: of several with one name
 * the one of the highest ranking is in force that compiles, for the jails that use it too, and whose own samples come out
 * as it says. One that does not leaves in force what was, and is shown with the reason. Thread-safe.
 */
@ProviderType
public interface Filters {

    /**
     * The definition of this name that is in force now; empty if nobody offers one. If none that is offered passes, and
     * none was in force before, it is the one of the highest ranking: whoever compiles it finds out what is wrong. It is
     * empty too if the samples of that one come out otherwise, and {@link #status(String)} then says what is refused.
     */
    Optional<FilterDefinition> inForce(String name);

    /** Every name that is offered, ordered by name: from memory, at once. */
    List<FilterStatus> status();

    /** The same of one name: from memory, at once; empty if nobody offers one. */
    default Optional<FilterStatus> status(String name) {
        return status().stream().filter(status -> status.name().equals(name)).findFirst();
    }
}
