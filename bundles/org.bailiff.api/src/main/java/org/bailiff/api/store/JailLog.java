// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What is remembered of one jail. Used by the jail's thread alone. Throws nothing: what fails is in the receipt. */
@ProviderType
public interface JailLog extends AutoCloseable {

    /**
     * The records in the order they were written; the first may be a whole (see {@link #rewrite}). Damaged ones are set
     * aside, named in the store's status, and left out.
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
     * @param rewriteDue whether the log has grown so much that a {@link #rewrite} pays
     */
    record Receipt(boolean kept, String problem, boolean rewriteDue) {}
}
