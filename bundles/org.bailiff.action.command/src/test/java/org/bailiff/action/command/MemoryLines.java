// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lines that outlive a crash, on a disk that can be full, and can die with the daemon at any write. */
final class MemoryLines implements Lines {
    private List<String> lines;
    private String failure = "";
    private int writes;
    private int crashAt = Integer.MAX_VALUE;

    /** The daemon ends here. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Ends the daemon in the middle of the write of this number, from 1. */
    void crashAt(int write) {
        crashAt = write;
        writes = 0;
    }

    /** Refuses what is written, with this reason; not if it is empty. */
    void fail(String reason) {
        failure = reason;
    }

    List<String> lines() {
        return lines == null ? List.of() : lines;
    }

    int writes() {
        return writes;
    }

    @Override
    public String path() {
        return "memory";
    }

    @Override
    public Found read(Consumer<String> consumer) {
        if (lines == null) {
            return Found.NOTHING;
        }
        boolean torn = !lines.isEmpty() && lines.get(lines.size() - 1).startsWith("torn ");
        lines.forEach(consumer);
        return torn ? Found.TORN : Found.WHOLE;
    }

    @Override
    public void append(String line) throws IOException {
        if (++writes >= crashAt) {
            lines.add("torn " + line.substring(0, line.length() / 2));
            throw new Crash();
        }
        refuse();
        lines = new ArrayList<>(lines());
        lines.add(line);
    }

    @Override
    public void replace(List<String> others) throws IOException {
        if (++writes >= crashAt) {
            throw new Crash();
        }
        refuse();
        lines = new ArrayList<>(others);
    }

    private void refuse() throws IOException {
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
    }

    @Override
    public void remove() {
        lines = null;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
