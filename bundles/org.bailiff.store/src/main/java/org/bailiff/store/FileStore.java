// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.Store;
import org.bailiff.api.store.StoreStatus;
import org.bailiff.text.SafeText;

/** Remembers jails in a folder with one log a jail. Thread-safe. */
final class FileStore implements Store {
    private static final Pattern JAIL_NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private final LogFolder folder;
    private final StoreLedger ledger = new StoreLedger();

    FileStore(LogFolder folder) {
        this.folder = folder;
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
            Scan scan = scan(jail);
            new DamagedLines(folder, ledger).setAside(jail, scan.damaged());
            return new AppendLog(jail, folder, ledger, scan);
        } catch (IllegalStateException e) {
            ledger.closed(jail);
            throw e;
        }
    }

    /** Reads all, or refuses: a jail that forgot its bans because a disk hiccuped would then write that down. */
    private Scan scan(String jail) {
        String fileName = AppendLog.fileName(jail);
        try {
            Optional<InputStream> stream = folder.read(fileName);
            if (stream.isEmpty()) {
                return Scan.NOTHING;
            }
            try (InputStream log = stream.get()) {
                return new LogScanner(folder.pathOf(fileName), log).scan();
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    folder.pathOf(fileName) + " cannot be read (" + e.getMessage()
                            + "); let the daemon's user read it, or move it away and start without what it remembers.",
                    e);
        }
    }

    @Override
    public String seed() {
        return "";
    }

    @Override
    public StoreStatus status() {
        return ledger.status();
    }
}
