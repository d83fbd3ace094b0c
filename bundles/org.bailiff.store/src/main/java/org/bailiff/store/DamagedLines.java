// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets damaged lines of a log aside, in a file beside it, for people. Thread-safe, without state. */
final class DamagedLines {
    /** How large the file may become; what is beyond is counted and not kept. */
    static final long LIMIT = 10 * 1024 * 1024;

    private static final Logger LOGGER = LoggerFactory.getLogger(DamagedLines.class);

    private final LogFolder folder;
    private final StoreLedger ledger;

    DamagedLines(LogFolder folder, StoreLedger ledger) {
        this.folder = folder;
        this.ledger = ledger;
    }

    /** Counts the lines, names them in the store's status, and copies them into {@code NAME.log.damaged}. */
    void setAside(String jail, List<Scan.DamagedLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        String log = AppendLog.fileName(jail);
        ByteArrayOutputStream copies = new ByteArrayOutputStream();
        for (Scan.DamagedLine line : lines) {
            ledger.damaged(folder.pathOf(log), line.number());
            copies.writeBytes(line.bytes());
            copies.write('\n');
        }
        LOGGER.warn("Damaged lines of {}, set aside: {}", folder.pathOf(log), lines.size());
        copy(log + ".damaged", copies.toByteArray());
    }

    private void copy(String fileName, byte[] copies) {
        try (LogFile file = folder.open(fileName)) {
            long size = file.size();
            if (size + copies.length <= LIMIT) {
                file.write(size, copies);
            }
        } catch (IOException e) {
            LOGGER.warn("{} cannot be written; the damaged lines are lost", folder.pathOf(fileName), e);
        }
    }
}
