// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.store;

import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** What is remembered of one jail. Used by the jail's thread alone. Throws nothing: what fails is in the receipt. */
@ProviderType
public interface JailLog extends AutoCloseable {

    /**
     * Tells the records, one after the other, in the order they were written; those of a {@link #rewrite} come first. Damaged
     * ones are set aside, named in the store's status, and left out. To be called once, before anything else.
     */
    void load(Consumer<JailRecord> each);

    /** What was lost of it because it is damaged, as a sentence; empty if nothing was. Known after {@link #load}. */
    Optional<String> loss();

    /**
     * Adds a record. When it returns, the record survives the end of the process; if {@code force}, also, as far as the
     * disk keeps its word, a loss of power.
     */
    Receipt append(JailRecord record, boolean force);

    /**
     * Puts records that together say all in the place of all others, as they come: they need not be in memory at once. The
     * old ones stay until the new ones are on disk.
     */
    Receipt rewrite(Iterable<JailRecord> whole);

    /**
     * Does what {@link #rewrite} does, if the next {@link #load} then has much less to read: before the log is closed, when
     * everything is kept. If it cannot, the old records stay, which say the same.
     */
    void tidy(Iterable<JailRecord> whole);

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
