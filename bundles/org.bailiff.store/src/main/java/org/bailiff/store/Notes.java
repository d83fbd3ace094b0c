// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered of the data directory itself: its seed, in {@code seed}, and which jails have a log, in {@code
 * jails.known}, so that a log that is gone is missed. What cannot be written is tried again with the next record, and with {@link #retry}.
 * Thread-safe; the fields belong to the lock of this.
 */
final class Notes {
    private static final Logger LOGGER = LoggerFactory.getLogger(Notes.class);
    private static final int SEED_BYTES = 16;
    /** Names no jail: a list of jails that was emptied is told from one of none. */
    private static final String BEGINNING = "";

    private final SmallFile seedFile;
    private final SmallFile jailsFile;
    private final StoreLedger ledger;
    private final String seed;
    private final Set<String> jails = new TreeSet<>();
    /** Whether jails had a log of which nothing is noted any more. */
    private final boolean incomplete;

    private boolean written;

    Notes(LogFolder folder, StoreLedger ledger) {
        this.ledger = ledger;
        seedFile = new SmallFile(folder, "seed", "seed");
        jailsFile = new SmallFile(folder, "jails.known", "jail");
        Optional<SmallFile.Content> oldSeed = seedFile.read();
        Optional<SmallFile.Content> oldJails = jailsFile.read();
        boolean seedIsSound = oldSeed.filter(Notes::isSeed).isPresent();
        seed = seedIsSound ? oldSeed.get().texts().get(0) : newSeed();
        oldJails.ifPresent(content -> jails.addAll(content.texts()));
        boolean first = oldSeed.isEmpty() && oldJails.isEmpty();
        incomplete = !first && oldJails.filter(Notes::isList).isEmpty();
        jails.add(BEGINNING);
        if (!seedIsSound && !first) {
            lost(
                    seedFile,
                    oldSeed,
                    "is damaged or gone; a new one is made, so random parts of ban times come out otherwise.");
        }
        if (incomplete) {
            lost(jailsFile, oldJails, "is damaged or gone; a jail that has no log is taken for one that has lost it.");
        }
        written = seedIsSound && !incomplete;
        settle();
    }

    private static boolean isSeed(SmallFile.Content content) {
        return content.sound() && content.texts().size() == 1;
    }

    private static boolean isList(SmallFile.Content content) {
        return content.sound() && content.texts().contains(BEGINNING);
    }

    private static String newSeed() {
        byte[] random = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void lost(SmallFile file, Optional<SmallFile.Content> found, String what) {
        String aside = found.flatMap(SmallFile.Content::aside)
                .map(name -> " It could not be read, and is put aside as " + name + ".")
                .orElse("");
        LOGGER.warn("{} {}{}", file.path(), what, aside);
        ledger.lost(file.path(), file.path() + " " + what + aside, 0);
    }

    String seed() {
        return seed;
    }

    /** Whether the jail had a log, as far as is known: if that cannot be known, it had. */
    synchronized boolean tellOfJail(String jail) {
        return incomplete || jails.contains(jail);
    }

    /** Notes that the jail has a log. */
    synchronized void jail(String jail) {
        written &= !jails.add(jail);
        settle();
    }

    /** Tries again to write what is not written; whether all is. */
    synchronized boolean retry() {
        settle();
        return written;
    }

    private void settle() {
        if (written) {
            return;
        }
        try {
            seedFile.write(List.of(seed));
            jailsFile.write(jails);
            written = true;
            ledger.mended(seedFile.path());
        } catch (IOException e) {
            ledger.failed(
                    seedFile.path(),
                    seedFile.path() + " or " + jailsFile.path() + " cannot be written (" + e.getMessage()
                            + "); make room on the disk or mend it: it is tried again and again.");
        }
    }
}
