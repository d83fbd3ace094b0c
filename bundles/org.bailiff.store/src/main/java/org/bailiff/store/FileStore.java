// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.util.regex.Pattern;
import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.Store;
import org.bailiff.api.store.StoreStatus;
import org.bailiff.text.SafeText;

/** Remembers jails in a folder with one log a jail. Thread-safe. */
final class FileStore implements Store {
    private static final Pattern JAIL_NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /** What the ledger calls the data directory: no jail's name. */
    private static final String DIRECTORY = "";

    private final LogFolder jails;
    private final StoreLedger ledger = new StoreLedger();
    private final Notes notes;

    /**
     * @param data what the data directory itself remembers goes here
     * @param jails the logs
     */
    FileStore(LogFolder data, LogFolder jails) {
        this.jails = jails;
        this.notes = new Notes(data, ledger);
    }

    @Override
    public JailLog open(String jail) {
        if (!JAIL_NAME.matcher(jail).matches()) {
            throw new IllegalStateException("The jail's name '" + SafeText.of(jail, 60)
                    + "' cannot name a file; use letters, digits, '.', '_' and '-'.");
        }
        if (!ledger.opened(jail)) {
            throw new IllegalStateException("The log of jail " + jail + " is open already.");
        }
        try {
            return new AppendLog(jail, jails, ledger, notes);
        } catch (IllegalStateException e) {
            ledger.closed(jail);
            throw e;
        }
    }

    @Override
    public JailLog rehearse(String jail) {
        return new FileStore(new ForgetfulFolder(), new ForgetfulFolder()).open(jail);
    }

    /**
     * Notes what became of the data directory, and tries again to write what is remembered of it.
     *
     * @param problem why nothing can be written; empty if it can
     * @return whether nothing is left to be written; a jail's log is its jail's to try
     */
    boolean retry(String problem) {
        if (!problem.isEmpty()) {
            ledger.failed(DIRECTORY, problem);
            return false;
        }
        ledger.mended(DIRECTORY);
        return notes.retry();
    }

    @Override
    public String seed() {
        return notes.seed();
    }

    @Override
    public StoreStatus status() {
        return ledger.status();
    }
}
