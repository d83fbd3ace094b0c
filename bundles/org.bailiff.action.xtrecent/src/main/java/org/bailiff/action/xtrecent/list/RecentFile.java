// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.Closeable;
import java.io.IOException;

/** A kernel list as a file, the port to the kernel. What it opens is used by one thread at a time. */
public interface RecentFile {

    /**
     * Opens the list as it stands now. What is opened stays with this very list: when the list is removed, every use
     * fails from then on, also when another stands under the name.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such list
     * @throws java.nio.file.AccessDeniedException if it may not be read and written
     */
    Writer openForWriting() throws IOException;

    /**
     * Opens the list as it stands now, as above.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such list
     */
    Reader openForReading() throws IOException;

    /** Whether {@link #openForWriting} would succeed now, as far as rights go. What is open already stays open. */
    boolean mayBeWritten();

    /** A descriptor for changes. */
    interface Writer extends Closeable {

        /**
         * Makes one change.
         *
         * @param change {@code +ADDRESS} or {@code -ADDRESS}, without a line's end
         * @throws IOException if the list was removed, or the kernel refuses the change
         */
        void write(String change) throws IOException;
    }

    /** A descriptor for looking. */
    interface Reader extends Closeable {

        /** Goes back to the list's beginning. */
        void rewind() throws IOException;

        /**
         * Reads on, whole lines as long as the buffer holds the kernel's 4,096 bytes.
         *
         * @return the number of bytes, or -1 at the end
         * @throws IOException if the list was removed
         */
        int read(byte[] buffer) throws IOException;
    }
}
