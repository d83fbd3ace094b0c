// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

/**
 * What a source is doing at a moment.
 *
 * @param stream the stream's name, e.g. a file's path
 * @param kind the factory's kind
 * @param state see {@link State}
 * @param reason a sentence that says why it waits or failed, and the mend; while reading, what may be missing; empty if
 *     nothing is, and before the first look
 * @param positionBytes how far it has read in the stream's present file; -1 if the kind has no offsets
 * @param lagBytes how much is written and not yet taken, as far as is known: 0 once the reader stood at the end; -1
 *     before that if the kind cannot tell
 * @param linesReadTotal lines delivered and taken
 * @param linesCutTotal lines longer than the source's bound, of which only the beginning was delivered
 * @param rotationsTotal how often the stream's name came to mean another file, or the file was truncated
 * @param errorsTotal failed reads and opens
 */
public record SourceStatus(
        String stream,
        String kind,
        State state,
        String reason,
        long positionBytes,
        long lagBytes,
        long linesReadTotal,
        long linesCutTotal,
        long rotationsTotal,
        long errorsTotal) {

    /** What a source is doing. */
    public enum State {
        /** Open; lines are delivered as they come. */
        READING,
        /** The stream is not there, and will be followed as soon as it is. */
        WAITING,
        /** It cannot be read, e.g. no permission; tried again by itself. */
        FAILED
    }

    /** The same with another reason. */
    public SourceStatus withReason(String sentence) {
        return new SourceStatus(
                stream,
                kind,
                state,
                sentence,
                positionBytes,
                lagBytes,
                linesReadTotal,
                linesCutTotal,
                rotationsTotal,
                errorsTotal);
    }
}
