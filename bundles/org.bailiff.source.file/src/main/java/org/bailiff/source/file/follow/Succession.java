// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Iterator;

/**
 * When the first file of a chain gives way to the next.
 *
 * <p>A writer goes on writing to a rotated file until it is told to open the new one. So the next file is begun when it,
 * or a later one, holds something and the earlier was not written for {@link #QUIET}; at the latest {@link #PATIENCE}
 * after the later one began, so that writers who never reopen cannot hold it up. A copy that was made before its file was
 * truncated is written by nobody, and gives way at once.
 */
final class Succession {
    /** How long a rotated file must not have been written. */
    static final Duration QUIET = Duration.ofSeconds(3);
    /** How long a rotated file that is still written is preferred to the later one. */
    static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How long a file must be gone from its path until no more is expected of it. */
    static final Duration GONE = Duration.ofMinutes(1);

    /** So many empty files in a row are not kept open for one that was rotated away before them. */
    private static final int LENGTH_LIMIT = 16;

    /** Since when nothing is at the path; null if something is. */
    private Instant goneSince;
    /** When a file behind the first one held something; null if none does. */
    private Instant laterBegan;

    /** Another file is the first one. */
    void begin() {
        laterBegan = null;
    }

    void noticePresent() {
        goneSince = null;
    }

    void noticeGone(Instant now) {
        goneSince = goneSince == null ? now : goneSince;
    }

    /** Looks whether a file behind the first one holds something by now. */
    void noticeLater(Deque<OpenFile> files, Instant now) throws IOException {
        if (laterBegan == null && laterHasContent(files)) {
            laterBegan = now;
        }
    }

    private static boolean laterHasContent(Deque<OpenFile> files) throws IOException {
        Iterator<OpenFile> later = files.iterator();
        if (later.hasNext()) {
            later.next();
        }
        while (later.hasNext()) {
            if (later.next().size() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether no more will be written to the first of these files, as far as one can know. */
    boolean isFirstFinished(Deque<OpenFile> files, Instant now) {
        if (files.size() == 1) {
            return goneSince != null && !now.isBefore(goneSince.plus(GONE));
        }
        if (files.size() > LENGTH_LIMIT || files.getFirst().isCopy()) {
            return true;
        }
        return laterBegan != null
                && (!now.isBefore(files.getFirst().grew().plus(QUIET)) || !now.isBefore(laterBegan.plus(PATIENCE)));
    }
}
