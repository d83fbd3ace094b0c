// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A file of lines that grows at its end. Used by one thread at a time. */
interface Lines {

    /** What there was to read. */
    enum Found {
        /** No file. */
        NOTHING,
        /** A file whose last line has its end. */
        WHOLE,
        /** A file whose last line has none, as a crash may leave it. */
        TORN
    }

    /** What the file is called where people look for it. */
    String path();

    /**
     * Reads what is there; a last line without its end, too.
     *
     * @throws UnusableFileException if it is no file that was written here, and stands in the way no more
     */
    Found read(Consumer<String> consumer) throws IOException;

    /** Adds a line at the end. If that fails, a part of it may stand there. */
    void append(String line) throws IOException;

    /** Puts other lines into its place: all of them, or if that fails the old ones stay. */
    void replace(List<String> lines) throws IOException;

    /** Removes the file; none is no error. */
    void remove() throws IOException;

    /** Writes no more. What was written stays. */
    void close();
}
