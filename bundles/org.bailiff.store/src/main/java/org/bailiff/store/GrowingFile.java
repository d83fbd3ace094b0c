// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.Closeable;
import java.io.IOException;
import org.bailiff.api.store.JailRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log's file, to whose end records are added. It is opened when it is needed, so that one that cannot be written now can
 * be later; what a failed write left behind is cut off. Used by one thread.
 */
final class GrowingFile implements Closeable {
    private static final Logger LOGGER = LoggerFactory.getLogger(GrowingFile.class);

    private final LogFolder folder;
    private final String name;
    private final LineBuffer lines = new LineBuffer();
    /** Null while it has to be opened. */
    private LogFile file;
    /** Where the next record goes. */
    private long end;
    /**
     * Whether the folder on disk tells of this file; if not, what is forced into it would be lost with it. Nobody knows at a
     * start: the process before may have been killed right after it gave the file its name.
     */
    private boolean nameIsForced;

    GrowingFile(LogFolder folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Goes on behind what was read. */
    void continueAt(long size) {
        end = size;
    }

    /** How many bytes are sound. */
    long end() {
        return end;
    }

    String path() {
        return folder.pathOf(name);
    }

    /** Adds a record; opens the file anew and tries once more if that fails. */
    void append(JailRecord record) throws IOException {
        ByteRange line = lineOf(record);
        try {
            append(line);
        } catch (IOException first) {
            // A file that is opened anew may work where the old handle does not.
            close();
            append(line);
        }
    }

    private ByteRange lineOf(JailRecord record) throws IOException {
        if (end == 0) {
            lines.object(Header.STARTED);
        }
        lines.record(record);
        ByteRange line = lines.take();
        if (line.length() > LogLines.LONGEST) {
            throw new IOException("a record of " + line.length() + " bytes is longer than any that is read again");
        }
        return line;
    }

    private void append(ByteRange line) throws IOException {
        if (file == null) {
            open();
        }
        try {
            file.write(end, line);
        } catch (IOException e) {
            cutOffRest(e);
            throw e;
        }
        end += line.length();
    }

    /** Half a record is no damage that people should look after. */
    private void cutOffRest(IOException cause) {
        try {
            file.truncate(end);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void open() throws IOException {
        file = folder.open(name);
        nameIsForced &= end > 0;
        if (file.size() < end) {
            // Positions without the windows that belong to them must not be believed.
            throw new IOException("somebody took it, or a part of it, away");
        }
    }

    /** Returns when what was added is on disk. */
    void force() throws IOException {
        file.force();
        forceName();
    }

    private void forceName() throws IOException {
        if (!nameIsForced) {
            folder.force();
            nameIsForced = true;
        }
    }

    /**
     * Puts a file of this content in the place of the old one, which stays as it is if that fails.
     *
     * @return where what says all of the jail ends in it
     */
    long replace(LogOutput.Content content) throws IOException {
        String temporary = name + ".new";
        LogFile fresh = open(temporary);
        LogOutput output;
        boolean done = false;
        try {
            output = new LogOutput(fresh);
            content.writeTo(output);
            output.flush();
            fresh.force();
            folder.rename(temporary, name);
            done = true;
        } finally {
            if (!done) {
                discard(fresh, temporary);
            }
        }
        close();
        file = fresh;
        end = output.size();
        nameIsForced = false;
        forceName();
        return output.wholeEnd();
    }

    /** What a crash or somebody left under that name is in the way. */
    private LogFile open(String temporary) throws IOException {
        folder.delete(temporary);
        return folder.open(temporary);
    }

    private void discard(LogFile fresh, String temporary) {
        try {
            fresh.close();
            folder.delete(temporary);
        } catch (IOException e) {
            LOGGER.warn("{} cannot be removed", folder.pathOf(temporary), e);
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
    }
}
