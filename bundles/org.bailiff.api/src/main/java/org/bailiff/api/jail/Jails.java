// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** All the jails, and what they say together. All methods may be called from any thread. */
@ProviderType
public interface Jails {

    /** All configured jails, ordered by name; a copy. */
    List<Jail> all();

    /** The jail of this name. */
    Optional<Jail> find(String name);

    /** What the daemon as a whole is doing. */
    DaemonStatus status();
}
