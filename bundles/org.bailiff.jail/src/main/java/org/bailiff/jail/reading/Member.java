// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import java.time.Instant;
import java.util.Optional;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.source.LogSourceFactory;

/**
 * A jail as the readings see it.
 *
 * @param name the jail's name, for messages
 * @param inbox where its lines go
 * @param positions where it goes on in a stream
 */
public record Member(String name, Inbox inbox, Positions positions) {

    /** Has the jail look after its state, because what it reads has changed. */
    void wake() {
        inbox.wake();
    }

    /** Knows up to where a jail has counted a stream. Asked on the readings' thread. */
    @FunctionalInterface
    public interface Positions {
        Place of(String stream);
    }

    /**
     * Where a jail goes on in a stream.
     *
     * @param position the text of the position behind the last line that was counted; empty if the stream is new to it
     * @param beginning what is older is of no use to the jail
     * @param late whether it comes back to where others have read on: they are not to go back for it
     */
    public record Place(Optional<String> position, Instant beginning, boolean late) {}

    /**
     * What a jail wants to read.
     *
     * @param kind of the factory
     * @param pattern what the factory is to watch
     * @param atTail whether a stream that is new to it begins at its end
     * @param factory who reads it
     * @param matcher which lines
     */
    public record Wish(String kind, String pattern, boolean atTail, LogSourceFactory factory, Matcher matcher) {}
}
