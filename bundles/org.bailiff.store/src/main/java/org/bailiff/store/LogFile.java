// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.Closeable;
import java.io.IOException;

/** An open file that is written at a place. A failed write may have written a part. Used by one thread. */
interface LogFile extends Closeable {

    /** How many bytes it has. */
    long size() throws IOException;

    /** Writes the bytes at the position, with one call to the system. */
    void write(long position, ByteRange bytes) throws IOException;

    /** Cuts off what is behind the size. */
    void truncate(long size) throws IOException;

    /** Returns when what was written is on disk. */
    void force() throws IOException;
}
