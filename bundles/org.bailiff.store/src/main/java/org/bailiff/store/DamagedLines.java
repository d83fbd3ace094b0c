// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets damaged lines of a log aside, in a file beside it, for people. Used by one thread. */
final class DamagedLines implements Closeable {
    /** How large the file may become; what is beyond is counted and not kept. */
    static final long LIMIT = 10 * 1024 * 1024;
    /** How many are named. */
    private static final int NAMED = 10;

    private static final Logger LOGGER = LoggerFactory.getLogger(DamagedLines.class);

    private final LogFolder folder;
    private final String aside;
    private final List<String> named = new ArrayList<>();
    private final LineBuffer copies = new LineBuffer();
    private long count;

    /**
     * @param log the log's file name; the lines go into one that ends in {@code .damaged}
     */
    DamagedLines(LogFolder folder, String log) {
        this.folder = folder;
        this.aside = log + ".damaged";
    }

    void setAside(int number, ByteRange line) {
        count++;
        if (named.size() < NAMED) {
            named.add("line " + number);
        }
        if (copies.size() + line.length() < LIMIT) {
            copies.line(line);
        }
    }

    long count() {
        return count;
    }

    /** What is lost, as the end of a sentence; empty if nothing is damaged. */
    Optional<String> sentence() {
        return count == 0
                ? Optional.empty()
                : Optional.of("is damaged, so what " + String.join(", ", named)
                        + (count > NAMED ? " and " + (count - NAMED) + " more" : "")
                        + " said is forgotten, and set aside in " + folder.pathOf(aside));
    }

    /** Writes them. */
    @Override
    public void close() {
        if (count == 0) {
            return;
        }
        ByteRange lines = copies.take();
        try (LogFile file = folder.open(aside)) {
            long size = file.size();
            if (size + lines.length() <= LIMIT) {
                file.write(size, lines);
            }
        } catch (IOException e) {
            LOGGER.warn("{} cannot be written; the damaged lines are lost", folder.pathOf(aside), e);
        }
    }
}
