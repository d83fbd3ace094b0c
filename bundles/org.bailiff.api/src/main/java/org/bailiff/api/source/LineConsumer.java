// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import org.osgi.annotation.versioning.ProviderType;

/** Who takes a stream's lines. Called on the source's thread; a source calls it for one batch at a time. */
@ProviderType
public interface LineConsumer {

    /** What became of a batch. */
    enum Answer {
        /** Taken, all of it; the source goes on behind it. */
        TAKEN,
        /** Not taken, none of it. The source keeps its place, and offers the lines again after {@link LogSource#resume}. */
        LATER
    }

    /** Offers the lines. Does not wait: a consumer without room answers {@link Answer#LATER}. */
    Answer take(LineBatch batch);
}
