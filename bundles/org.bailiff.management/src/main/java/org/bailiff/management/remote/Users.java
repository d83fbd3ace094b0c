// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.bailiff.api.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The users as their file has them now; it is looked at once a second at most, when somebody asks. A file that has become
 * unsafe or wrong lets nobody in until it is mended. Thread-safe.
 */
final class Users implements Supplier<UserTable> {
    private static final Logger LOGGER = LoggerFactory.getLogger(Users.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path file;
    private final InstantSource clock;
    private final UserChanges changes;
    /** Guarded by this, as all that follows. */
    private UserTable table;

    /** As the table, but for a file that cannot be used: then as it was before. */
    private UserTable known;

    private Map<String, Object> stamp;
    private Instant looked;

    /**
     * @param audit is told of changes
     * @throws RemoteTrouble if the file is unsafe or wrong, or holds nobody
     */
    Users(Path file, InstantSource clock, Audit audit) throws RemoteTrouble {
        this.file = file;
        this.clock = clock;
        changes = new UserChanges(file, audit);
        looked = clock.instant();
        stamp = stamp();
        table = UserTable.readToLogIn(file);
        known = table;
    }

    @Override
    public synchronized UserTable get() {
        Instant now = clock.instant();
        if (Duration.between(looked, now).abs().compareTo(PAUSE) >= 0) {
            looked = now;
            look();
        }
        return table;
    }

    /** Others knew the file before; what has changed since then is told. Changes are told once, by whoever sees them first. */
    synchronized void takeOver(Users earlier) {
        if (earlier.file.equals(file)) {
            changes.record(earlier.known(), known);
        }
    }

    private synchronized UserTable known() {
        return known;
    }

    private void look() {
        // Taken before the file is read: what changes after that is seen the next time.
        Map<String, Object> present = stamp();
        if (present.equals(stamp)) {
            return;
        }
        stamp = present;
        try {
            table = UserTable.read(file);
            changes.record(known, table);
            known = table;
            LOGGER.info(
                    "the users of remote JMX were read again: {}", table.all().size());
        } catch (RemoteTrouble trouble) {
            table = UserTable.EMPTY;
            changes.unusable(trouble);
            LOGGER.error("nobody may log in through remote JMX: {}", trouble.getMessage());
        }
    }

    /** What changes when the file, its mode or its owner does. */
    private Map<String, Object> stamp() {
        try {
            return Files.readAttributes(file, "unix:ino,ctime,size,mode,uid");
        } catch (IOException gone) {
            // Reading it will say why.
            return Map.of();
        }
    }
}
