// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.util.List;
import org.bailiff.api.store.JailRecord;

/**
 * What a log held when it was opened.
 *
 * @param records that are whole, in the order they were written
 * @param damaged the lines that are not
 * @param end how far the log goes: behind its last line end
 * @param wholeEnd where the last rewriting ends and what was added later begins; 0 if there was none
 * @param tidy whether the log is as this version would have written it: undamaged, and with a line end at its end
 */
record Scan(List<JailRecord> records, List<DamagedLine> damaged, long end, long wholeEnd, boolean tidy) {
    /** What a log holds that is not there yet. */
    static final Scan NOTHING = new Scan(List.of(), List.of(), 0, 0, true);

    /**
     * A line that does not say what it was written to say.
     *
     * @param number of the line in its file, from 1
     * @param bytes without the line end
     */
    record DamagedLine(int number, byte[] bytes) {}
}
