// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What is remembered of one jail. Used by the jail's thread alone. Throws nothing: what fails is in the receipt. */
@ProviderType
public interface JailLog extends AutoCloseable {

    /**
     * The records in the order they were written; those of a {@link #rewrite} come first, as several that together say the
     * same. Damaged ones are set aside, named in the store's status, and left out. To be called once.
     */
    List<JailRecord> load();

    /**
     * Adds a record. When it returns, the record survives the end of the process; if {@code force}, also, as far as the
     * disk keeps its word, a loss of power.
     */
    Receipt append(JailRecord record, boolean force);

    /** Puts one record, that says all, in the place of all others. The old ones stay until the new one is on disk. */
    Receipt rewrite(JailRecord whole);

    /** Closes the log. Closing twice is fine. */
    @Override
    void close();

    /**
     * What became of a record.
     *
     * @param kept whether it is written as asked
     * @param problem a sentence that says why not; empty if it is
     * @param rewriteDue whether a {@link #rewrite} pays, because the log has grown so much, or is needed, because a record
     *     before was not kept
     */
    record Receipt(boolean kept, String problem, boolean rewriteDue) {}
}
