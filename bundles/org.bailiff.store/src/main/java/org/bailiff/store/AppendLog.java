// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.JailRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A jail's log as a file of checksummed lines that grows at its end. Used by the jail's thread.
 *
 * <p>After a write that failed there is a gap: disk and jail differ, and each receipt of a record that was kept asks for a
 * {@link #rewrite}, which closes it.
 */
final class AppendLog implements JailLog {
    /** Below this size a rewrite never pays. */
    static final long REWRITE_FLOOR = 1024 * 1024;
    /** How often larger than after its last rewrite a log may become. */
    static final int REWRITE_FACTOR = 4;
    /** How many records after a failed rewrite the next one is asked for: it costs more than a record. */
    static final int REWRITE_PATIENCE = 100;

    private static final Logger LOGGER = LoggerFactory.getLogger(AppendLog.class);

    private final String jail;
    private final StoreLedger ledger;
    private final GrowingFile file;
    private final Optional<String> loss;
    private List<JailRecord> loaded;
    /** Where the last rewrite ends. */
    private long wholeEnd;

    private boolean gap;
    private int patience;
    private boolean closed;

    /**
     * @param scan what the log holds
     */
    AppendLog(String jail, LogFolder folder, StoreLedger ledger, Scan scan) {
        this.jail = jail;
        this.ledger = ledger;
        file = new GrowingFile(folder, fileName(jail), scan.end());
        loaded = scan.records();
        loss = scan.damaged().isEmpty()
                ? Optional.empty()
                : Optional.of(file.path() + " was damaged: " + scan.damaged().size() + " of its records are lost");
        wholeEnd = scan.wholeEnd();
        if (!scan.tidy()) {
            tidyUp();
        }
        ledger.sized(jail, file.end());
    }

    static String fileName(String jail) {
        return jail + ".log";
    }

    /** Writes the records that are whole into a new file, so that damage is met once. */
    private void tidyUp() {
        try {
            file.replace(loaded, 0);
            wholeEnd = 0;
        } catch (IOException e) {
            failed("tidied up", e);
        }
    }

    /** Hands the records out, once: they do not stay in memory. */
    @Override
    public void load(Consumer<JailRecord> each) {
        List<JailRecord> records = loaded;
        loaded = List.of();
        records.forEach(each);
    }

    @Override
    public Optional<String> loss() {
        return loss;
    }

    @Override
    public Receipt append(JailRecord record, boolean force) {
        if (closed) {
            return refusedAsClosed();
        }
        patience = Math.max(0, patience - 1);
        try {
            file.append(record);
            gap |= !file.isIntact();
            if (force) {
                file.force();
            }
        } catch (IOException e) {
            return failed("written", e);
        }
        ledger.appended(jail, file.end());
        return new Receipt(true, "", isRewriteDue());
    }

    private boolean isRewriteDue() {
        return patience == 0 && (gap || file.end() > Math.max(REWRITE_FLOOR, REWRITE_FACTOR * wholeEnd));
    }

    @Override
    public Receipt rewrite(Iterable<JailRecord> whole) {
        if (closed) {
            return refusedAsClosed();
        }
        List<JailRecord> pieces = new ArrayList<>();
        whole.forEach(pieces::add);
        try {
            file.replace(pieces, pieces.size());
        } catch (IOException e) {
            patience = REWRITE_PATIENCE;
            return failed("written anew", e);
        }
        if (gap) {
            LOGGER.info("The log of jail {} is whole again", jail);
        }
        wholeEnd = file.end();
        gap = false;
        patience = 0;
        ledger.mended(jail, file.end());
        return new Receipt(true, "", false);
    }

    private Receipt refusedAsClosed() {
        return new Receipt(false, "The log of jail " + jail + " is closed; what it decides now is not kept.", false);
    }

    private Receipt failed(String how, IOException cause) {
        String sentence = file.path() + " cannot be " + how + " (" + cause.getMessage() + "), so not all of jail "
                + jail + " is kept; make room on the disk or mend it: it is tried again with each change of the jail.";
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
            file.close();
            ledger.closed(jail);
        }
    }
}
