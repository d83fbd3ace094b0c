// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;

/** The last lines of a stream, which a failregex of several lines sees at once. Bounded in lines and in length. */
final class LineWindow {
    /** In characters; more would cost each line too much. */
    static final int LONGEST = 128 * 1024;

    private final int most;
    private final Deque<String> lines = new ArrayDeque<>();
    private int length;

    /**
     * @param most how many lines it may hold
     */
    LineWindow(int most, Collection<String> lines) {
        this.most = most;
        lines.forEach(this::add);
    }

    void add(String line) {
        lines.addLast(line);
        length += line.length() + 1;
        while (lines.size() > most || length > LONGEST && lines.size() > 1) {
            length -= lines.removeFirst().length() + 1;
        }
    }

    /** The lines, each with a line end. */
    String text() {
        StringBuilder text = new StringBuilder(length);
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * Takes lines out.
     *
     * @param which told of begin and end of each line in {@link #text}
     */
    void remove(BiPredicate<Integer, Integer> which) {
        int start = 0;
        for (Iterator<String> all = lines.iterator(); all.hasNext(); ) {
            int end = start + all.next().length();
            if (which.test(start, end)) {
                all.remove();
                length -= end - start + 1;
            }
            start = end + 1;
        }
    }
}
