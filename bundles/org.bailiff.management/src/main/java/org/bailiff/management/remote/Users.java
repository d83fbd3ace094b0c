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
    /** Guarded by this, as all that follows. */
    private UserTable table;

    private Map<String, Object> stamp;
    private Instant looked;

    /** @throws RemoteTrouble if the file is unsafe or wrong, or holds nobody */
    Users(Path file, InstantSource clock) throws RemoteTrouble {
        this.file = file;
        this.clock = clock;
        looked = clock.instant();
        stamp = stamp();
        table = UserTable.read(file);
        if (table.all().isEmpty()) {
            throw RemoteTrouble.in(file.toString(), 0, "holds no user; 'bailiff passwd USER ROLE' adds one");
        }
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

    private void look() {
        // Taken before the file is read: what changes after that is seen the next time.
        Map<String, Object> present = stamp();
        if (present.equals(stamp)) {
            return;
        }
        stamp = present;
        try {
            table = UserTable.read(file);
            LOGGER.info(
                    "the users of remote JMX were read again: {}", table.all().size());
        } catch (RemoteTrouble trouble) {
            table = UserTable.EMPTY;
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
