// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.JailRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A jail's log as a file of checksummed lines that grows at its end. Used by the jail's thread.
 *
 * <p>After a write that failed there is a gap: disk and jail differ. No record is added behind a gap, because its positions
 * would be ahead of the windows that are missing; a {@link #rewrite} closes it. So what is on disk is always what the jail
 * knew at one moment.
 */
final class AppendLog implements JailLog {
    /** Below this size a rewrite never pays. */
    static final long REWRITE_FLOOR = 1024 * 1024;
    /** How often larger than after its last rewrite a log may become before the next is asked for. */
    static final int REWRITE_FACTOR = 4;
    /** The part of its last rewrite by which it may have grown when it is closed: the next start reads all of it. */
    static final int TIDY_PART = 4;
    /** How often larger it may become in any case: from there on nothing is kept but a rewrite. */
    static final int BOUND_FACTOR = 2 * REWRITE_FACTOR;
    /** How many records after a failed rewrite the next one is asked for: it costs more than a record. */
    static final int REWRITE_PATIENCE = 100;

    private static final Logger LOGGER = LoggerFactory.getLogger(AppendLog.class);

    private final String jail;
    private final StoreLedger ledger;
    private final Notes notes;
    private final LogLoader loader;
    private final GrowingFile file;
    /** Where the last rewrite ends. */
    private long wholeEnd;

    private boolean loaded;
    private boolean gap;
    private int patience;
    private boolean closed;

    AppendLog(String jail, LogFolder folder, StoreLedger ledger, Notes notes) {
        this.jail = jail;
        this.ledger = ledger;
        this.notes = notes;
        this.loader = new LogLoader(folder, fileName(jail));
        this.file = new GrowingFile(folder, fileName(jail));
        loader.refuseLaterFormat();
    }

    static String fileName(String jail) {
        return jail + ".log";
    }

    @Override
    public void load(Consumer<JailRecord> each) {
        loaded = true;
        long began = System.nanoTime();
        loader.load(each, notes.tellOfJail(jail)).ifPresent(this::goOn);
        loader.loss().ifPresent(sentence -> LOGGER.warn("[{}] {}", jail, sentence));
        ledger.loaded(jail, file.end(), Duration.ofNanos(System.nanoTime() - began));
    }

    /** Goes on behind what was read, or in a tidy copy of it. */
    private void goOn(LogScanner scanner) {
        file.continueAt(scanner.end());
        wholeEnd = scanner.wholeEnd();
        loader.loss().ifPresent(sentence -> ledger.lost(jail, sentence, scanner.damagedLines()));
        try {
            if (loader.isUntidy(scanner)) {
                wholeEnd = file.replace(loader.tidied(scanner));
            }
            notes.jail(jail);
        } catch (IOException e) {
            failed("tidied up", e);
        }
    }

    @Override
    public Optional<String> loss() {
        return loader.loss();
    }

    @Override
    public Receipt append(JailRecord record, boolean force) {
        if (closed) {
            return refusedAsClosed();
        }
        begin();
        patience = Math.max(0, patience - 1);
        if (gap || file.end() > bound(BOUND_FACTOR)) {
            return behindGap();
        }
        try {
            file.append(record);
            if (force) {
                file.force();
            }
        } catch (IOException e) {
            return failed("written", e);
        }
        ledger.appended(jail, file.end());
        notes.jail(jail);
        return new Receipt(true, "", patience == 0 && file.end() > bound(REWRITE_FACTOR));
    }

    /** A log that was not asked what it holds goes on behind it all the same. */
    private void begin() {
        if (!loaded) {
            load(record -> {});
        }
    }

    private long bound(int factor) {
        return factor / REWRITE_FACTOR * Math.max(REWRITE_FLOOR, REWRITE_FACTOR * wholeEnd);
    }

    private Receipt behindGap() {
        String sentence = gap
                ? ledger.problem(jail)
                : file.path() + " has outgrown its bound, so what jail " + jail
                        + " decides is not kept until it can be written anew; make room on the disk.";
        return new Receipt(false, sentence, patience == 0);
    }

    @Override
    public Receipt rewrite(Iterable<JailRecord> whole) {
        if (closed) {
            return refusedAsClosed();
        }
        begin();
        try {
            wholeEnd = file.replace(output -> {
                output.whole(whole);
                loader.putAside();
            });
        } catch (IOException e) {
            patience = REWRITE_PATIENCE;
            return failed("written anew", e);
        }
        if (gap) {
            LOGGER.info("The log of jail {} is whole again", jail);
        }
        gap = false;
        patience = 0;
        ledger.mended(jail, file.end());
        notes.jail(jail);
        return new Receipt(true, "", false);
    }

    @Override
    public void tidy(Iterable<JailRecord> whole) {
        boolean untidy = file.end() > wholeEnd + Math.max(REWRITE_FLOOR, wholeEnd / TIDY_PART);
        if (closed || gap || !untidy) {
            return;
        }
        try {
            wholeEnd = file.replace(output -> output.whole(whole));
            ledger.mended(jail, file.end());
        } catch (IOException e) {
            LOGGER.info(
                    "{} is not made shorter ({}); nothing is lost, and the next start reads all of it",
                    file.path(),
                    e.getMessage());
        }
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
        return new Receipt(false, sentence, patience == 0);
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
