// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.bailiff.api.store.JailRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log's file, to whose end records are added. It is opened when it is needed, so that one that cannot be written now can
 * be later; what a failed write left behind is cut off before the next. Used by one thread.
 */
final class GrowingFile implements Closeable {
    private static final Logger LOGGER = LoggerFactory.getLogger(GrowingFile.class);
    private static final int BLOCK = 64 * 1024;

    private final LogFolder folder;
    private final String name;
    /** Null while it has to be opened. */
    private LogFile file;
    /** Where the next record goes. */
    private long end;
    /** Whether there is nothing behind the end. */
    private boolean endIsClean;

    private boolean intact = true;

    /**
     * @param end how far the file is sound
     */
    GrowingFile(LogFolder folder, String name, long end) {
        this.folder = folder;
        this.name = name;
        this.end = end;
    }

    /** How many bytes are sound. */
    long end() {
        return end;
    }

    String path() {
        return folder.pathOf(name);
    }

    /** Whether the records before are still there; they are not if somebody took the file away. */
    boolean isIntact() {
        return intact;
    }

    /** Adds a record; opens the file anew and tries once more if that fails. */
    void append(JailRecord record) throws IOException {
        byte[] line = ChecksummedLine.of(RecordWriter.write(record));
        try {
            append(line);
        } catch (IOException first) {
            // A file that is opened anew may work where the old handle does not.
            close();
            append(line);
        }
    }

    private void append(byte[] line) throws IOException {
        if (file == null) {
            open();
        }
        if (!endIsClean) {
            file.truncate(end);
            endIsClean = true;
        }
        if (end == 0) {
            write(ChecksummedLine.of(Header.ofWhole(0).toJson()));
        }
        write(line);
    }

    private void open() throws IOException {
        file = folder.open(name);
        if (file.size() < end) {
            end = 0;
            intact = false;
        }
    }

    private void write(byte[] line) throws IOException {
        endIsClean = false;
        file.write(end, line);
        end += line.length;
        endIsClean = true;
    }

    /** Returns when what was added is on disk. */
    void force() throws IOException {
        file.force();
    }

    /**
     * Puts a file of these records in the place of the old one, which stays as it is if that fails.
     *
     * @param whole how many of them say all of the jail together
     */
    void replace(List<JailRecord> records, int whole) throws IOException {
        String temporary = name + ".new";
        LogFile fresh = folder.open(temporary);
        long size;
        try {
            size = fill(fresh, records, whole);
            fresh.force();
            folder.rename(temporary, name);
        } catch (IOException e) {
            discard(fresh, temporary, e);
            throw e;
        }
        close();
        file = fresh;
        end = size;
        endIsClean = true;
        intact = true;
        folder.force();
    }

    private static long fill(LogFile fresh, List<JailRecord> records, int whole) throws IOException {
        fresh.truncate(0);
        long size = 0;
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(ChecksummedLine.of(Header.ofWhole(whole).toJson()));
        for (JailRecord record : records) {
            block.writeBytes(ChecksummedLine.of(RecordWriter.write(record)));
            if (block.size() >= BLOCK) {
                fresh.write(size, block.toByteArray());
                size += block.size();
                block.reset();
            }
        }
        fresh.write(size, block.toByteArray());
        return size + block.size();
    }

    private void discard(LogFile fresh, String temporary, IOException cause) {
        try {
            fresh.close();
            folder.delete(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            LOGGER.warn("{} cannot be closed", path(), e);
        }
        file = null;
        // What stands behind the end may come from a write that failed.
        endIsClean = false;
    }
}
