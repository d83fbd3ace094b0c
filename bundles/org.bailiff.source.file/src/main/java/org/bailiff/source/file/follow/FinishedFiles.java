// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last files of a stream that were read to their ends. A writer that was told late may have written them after the
 * next file began, so that their times alone do not say that they are the earlier ones.
 */
final class FinishedFiles {
    private static final int CAPACITY = 8;

    private final Deque<FilePosition> ends = new ArrayDeque<>();

    /**
     * One more.
     *
     * @param end where it was read to
     */
    void add(FilePosition end) {
        ends.add(end);
        if (ends.size() > CAPACITY) {
            ends.remove();
        }
    }

    /** Those of the opened files that are none of these; the others are closed. */
    List<OpenFile> closeIn(List<OpenFile> opened) throws IOException {
        List<OpenFile> others = new ArrayList<>();
        for (OpenFile file : opened) {
            if (contains(file)) {
                file.close();
            } else {
                others.add(file);
            }
        }
        return others;
    }

    /** By what is in it, not by its inode: it may have been compressed since, or its inode be that of another. */
    private boolean contains(OpenFile file) throws IOException {
        for (FilePosition end : ends) {
            if (end.fingerprint().length() > 0 && file.holds(end) && file.endsAt(end.offset())) {
                return true;
            }
        }
        return false;
    }
}
