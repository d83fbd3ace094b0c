// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.store;

import org.osgi.annotation.versioning.ProviderType;

/** Remembers jails through a crash. Available as a service once the data directory is locked for this daemon. Thread-safe. */
@ProviderType
public interface Store {

    /**
     * The log of a jail, made if there is none. Open for one jail at a time.
     *
     * @throws IllegalStateException if it is open already, cannot be read, or was written by a later version; the message
     *     is a sentence, and the log stays as it is
     */
    JailLog open(String jail);

    /**
     * A log for a jail that only rehearses what it will do: what is written into it goes the whole way but onto the disk, and
     * is forgotten. Any number of them may be open.
     */
    JailLog rehearse(String jail);

    /**
     * What makes random choices of this host differ from others' and yet come out the same after a restart: made once, kept
     * as long as the rest.
     */
    String seed();

    /** What it is doing: from memory, at once. */
    StoreStatus status();
}
