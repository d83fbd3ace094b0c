// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.JailRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A jail's log as a file of checksummed lines that grows at its end. Used by the jail's thread.
 *
 * <p>What a failed write left behind is cut off before the next one, so that it harms no later record. From then until the
 * next {@link #rewrite} there is a gap: disk and jail differ, and each receipt of a record that was kept asks for one.
 */
final class AppendLog implements JailLog {
    /** Below this size a rewrite never pays. */
    static final long REWRITE_FLOOR = 1024 * 1024;
    /** How often larger than after its last rewrite a log may become. */
    static final int REWRITE_FACTOR = 4;
    /** How many records after a failed rewrite the next one is asked for: it costs more than a record. */
    static final int REWRITE_PATIENCE = 100;

    private static final Logger LOGGER = LoggerFactory.getLogger(AppendLog.class);
    private static final int BLOCK = 64 * 1024;

    private final String jail;
    private final LogFolder folder;
    private final StoreLedger ledger;
    private List<JailRecord> loaded;
    /** Null while it has to be opened. */
    private LogFile file;
    /** Where the next record goes. */
    private long end;
    /** Whether there is nothing behind the end. */
    private boolean endIsClean;

    private long wholeEnd;
    private boolean gap;
    private int patience;
    private boolean closed;

    /**
     * @param scan what the log holds
     */
    AppendLog(String jail, LogFolder folder, StoreLedger ledger, Scan scan) {
        this.jail = jail;
        this.folder = folder;
        this.ledger = ledger;
        loaded = scan.records();
        end = scan.end();
        wholeEnd = scan.wholeEnd();
        if (!scan.tidy()) {
            tidyUp();
        }
        ledger.sized(jail, end);
    }

    static String fileName(String jail) {
        return jail + ".log";
    }

    /** Writes the records that are whole into a new log, so that damage is met once. */
    private void tidyUp() {
        try {
            replace(loaded, 0);
        } catch (IOException e) {
            failed("tidied up", e);
        }
    }

    /** Hands the records out, once: they do not stay in memory. */
    @Override
    public List<JailRecord> load() {
        List<JailRecord> records = loaded;
        loaded = List.of();
        return records;
    }

    @Override
    public Receipt append(JailRecord record, boolean force) {
        if (closed) {
            return refusedAsClosed();
        }
        patience = Math.max(0, patience - 1);
        try {
            writePatiently(ChecksummedLine.of(RecordWriter.write(record)));
            if (force) {
                file.force();
            }
        } catch (IOException e) {
            return failed("written", e);
        }
        ledger.appended(jail, end);
        return new Receipt(true, "", isRewriteDue());
    }

    private void writePatiently(byte[] line) throws IOException {
        try {
            write(line);
        } catch (IOException first) {
            // A file that is opened anew may work where the old handle does not.
            closeFile();
            write(line);
        }
    }

    private void write(byte[] line) throws IOException {
        prepareEnd();
        endIsClean = false;
        file.write(end, line);
        end += line.length;
        endIsClean = true;
    }

    private void prepareEnd() throws IOException {
        if (file == null) {
            file = folder.open(fileName(jail));
            if (file.size() < end) {
                // Somebody took the file away or cut it: what it remembered is gone until the next rewrite.
                end = 0;
                gap = true;
            }
        }
        if (!endIsClean) {
            file.truncate(end);
            endIsClean = true;
        }
        if (end == 0) {
            byte[] header = ChecksummedLine.of(Header.ofWhole(0).toJson());
            endIsClean = false;
            file.write(0, header);
            end = header.length;
            endIsClean = true;
        }
    }

    private boolean isRewriteDue() {
        return patience == 0 && (gap || end > Math.max(REWRITE_FLOOR, REWRITE_FACTOR * wholeEnd));
    }

    @Override
    public Receipt rewrite(JailRecord whole) {
        if (closed) {
            return refusedAsClosed();
        }
        List<JailRecord> pieces = WholeRecord.pieces(whole);
        try {
            replace(pieces, pieces.size());
            folder.force();
        } catch (IOException e) {
            patience = REWRITE_PATIENCE;
            return failed("written anew", e);
        }
        wholeEnd = end;
        if (gap) {
            LOGGER.info("The log of jail {} is whole again", jail);
        }
        gap = false;
        patience = 0;
        ledger.mended(jail);
        ledger.sized(jail, end);
        return new Receipt(true, "", false);
    }

    /** Puts a log of these records in the place of the old one, which stays as it is if that fails. */
    private void replace(List<JailRecord> records, int whole) throws IOException {
        String temporary = fileName(jail) + ".new";
        LogFile fresh = folder.open(temporary);
        long size;
        try {
            size = fill(fresh, records, whole);
            fresh.force();
            folder.rename(temporary, fileName(jail));
        } catch (IOException e) {
            discard(fresh, temporary, e);
            throw e;
        }
        closeFile();
        file = fresh;
        end = size;
        endIsClean = true;
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

    private Receipt refusedAsClosed() {
        return new Receipt(false, "The log of jail " + jail + " is closed; what it decides now is not kept.", false);
    }

    private Receipt failed(String how, IOException cause) {
        String sentence = folder.pathOf(fileName(jail)) + " cannot be " + how + " (" + cause.getMessage()
                + "), so not all of jail " + jail
                + " is kept; make room on the disk or mend it: it is tried again with each change of the jail.";
        if (!gap) {
            LOGGER.warn("{}", sentence, cause);
        }
        gap = true;
        ledger.failed(jail, sentence);
        return new Receipt(false, sentence, false);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            closeFile();
            ledger.closed(jail);
        }
    }

    private void closeFile() {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            LOGGER.warn("{} cannot be closed", folder.pathOf(fileName(jail)), e);
        }
        file = null;
        // What stands behind the end may come from a write that failed.
        endIsClean = false;
    }
}
