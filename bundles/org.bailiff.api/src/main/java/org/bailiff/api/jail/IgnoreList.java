// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.text.Network;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whom no jail bans, beside what each jail's own configuration says: changed at run time, kept through a restart, every
 * change audited. Thread-safe.
 */
@ProviderType
public interface IgnoreList {

    /**
     * An address or network that is never banned.
     *
     * @param target who
     * @param comment why, in the words of whoever added it; may be empty
     * @param since when it was added
     * @param until when it ends; empty: never
     * @param by who added it
     */
    record Entry(Network target, String comment, Instant since, Optional<Instant> until, String by) {}

    /** The entries that have not ended, ordered by target; a copy. */
    List<Entry> entries();

    /**
     * Adds an entry, in the place of one with the same target. Bans in force are not ended by it.
     *
     * @throws IllegalArgumentException if there are too many entries, the network is larger than the caller's role may have
     *     ignored, or the end is not in the future; the message is a sentence for the caller
     * @throws IllegalStateException if it could not be kept; the message says whether it is in force
     */
    void add(Network target, String comment, Optional<Instant> until, Caller caller);

    /**
     * Takes an entry out.
     *
     * @return whether there was one
     * @throws IllegalStateException as {@link #add} does
     */
    boolean remove(Network target, Caller caller);
}
