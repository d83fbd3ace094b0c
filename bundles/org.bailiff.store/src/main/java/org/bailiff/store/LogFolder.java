// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The folder that the logs are in; what the logs ask of a disk. Thread-safe. */
interface LogFolder {

    /** What a file is called where people look for it. */
    String pathOf(String fileName);

    /**
     * The bytes of a file; empty if there is none.
     *
     * @throws FileNotFoundException if there is one that must not be read
     */
    Optional<InputStream> read(String fileName) throws IOException;

    /** Opens a file for writing, makes it if there is none; for the daemon's user alone. */
    LogFile open(String fileName) throws IOException;

    /** Gives a file another name, in the place of the file of that name; never is there none, or half of one. */
    void rename(String from, String to) throws IOException;

    /** Removes a file; one that is not there is no error. */
    void delete(String fileName) throws IOException;

    /** Returns when the names of the files are on disk. */
    void force() throws IOException;
}
