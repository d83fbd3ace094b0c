// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.SourceStatus.State;

/**
 * How far a stream is read, and how that goes.
 *
 * @param state see {@link State}
 * @param reason why it is not read; empty if it is
 * @param atEnd whether the reader stood at the journal's end, and nothing went wrong since
 * @param waiting bytes of lines that the consumer had no room for
 * @param read lines taken
 * @param cut lines taken without their end
 * @param gaps how often entries may have been missed
 * @param errors how often reading failed
 */
record Progress(State state, String reason, boolean atEnd, long waiting, long read, long cut, long gaps, long errors) {
    /** Before the first look. */
    static final Progress NONE = new Progress(State.WAITING, "", false, 0, 0, 0, 0, 0);

    Progress reading(boolean reachedTheEnd) {
        return new Progress(State.READING, "", reachedTheEnd, 0, read, cut, gaps, errors);
    }

    Progress refused(JournalBatch lines) {
        return new Progress(State.READING, "", atEnd, Math.max(1, lines.size()), read, cut, gaps, errors);
    }

    Progress taken(JournalBatch lines) {
        return new Progress(State.READING, "", atEnd, 0, read + lines.count(), cut + lines.cut(), gaps, errors);
    }

    Progress failed(Trouble why) {
        long more = why.state() == State.FAILED ? 1 : 0;
        return new Progress(why.state(), why.reason(), false, 0, read, cut, gaps, errors + more);
    }

    Progress missed() {
        return new Progress(state, reason, atEnd, waiting, read, cut, gaps + 1, errors);
    }

    /**
     * As others see it.
     *
     * @param remark what to say if nothing else is to be said
     */
    SourceStatus status(String stream, String remark) {
        long lag = atEnd || waiting > 0 ? waiting : -1;
        String said = reason.isEmpty() ? remark : reason;
        return new SourceStatus(stream, JournalSource.KIND, state, said, -1, lag, read, cut, gaps, errors);
    }
}
