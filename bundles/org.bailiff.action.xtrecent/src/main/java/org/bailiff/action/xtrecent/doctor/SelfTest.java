// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bailiff.action.xtrecent.list.ListSettings;
import org.bailiff.action.xtrecent.list.Listing;
import org.bailiff.action.xtrecent.list.RecentFile;
import org.bailiff.text.Address;

/**
 * Adds an address to a list, reads it back, takes it out, and reads that it is gone. No other entry is touched: the
 * address was not listed, and there is room.
 *
 * <p>A daemon at work is not disturbed. The address is there for some milliseconds. A look of the daemon's that falls
 * into them counts one foreign entry; with {@code foreign=remove} it takes it out before us, and with {@code adopt} the
 * ban that it makes of it ends as soon as it sees the entry gone. Either way nobody is concerned: the address is for
 * documentation.
 */
final class SelfTest {
    /** A list that changes while it is read may not show an entry, and a daemon may have taken it out. */
    private static final int TRIES = 3;
    /** What a list holds unless the kernel was told otherwise. */
    private static final int USUAL_ENTRIES = 100;

    private final ListSettings list;
    private final RecentFile file;
    private final Set<Address> ours;
    private final OptionalInt entriesOfAList;
    private final String subject;

    /**
     * @param ours the host's own addresses
     * @param entriesOfAList how many entries the kernel lets a list hold; empty if only root knows
     */
    SelfTest(ListSettings list, RecentFile file, Set<Address> ours, OptionalInt entriesOfAList) {
        this.list = list;
        this.file = file;
        this.ours = ours;
        this.entriesOfAList = entriesOfAList;
        this.subject = "self-test of " + list.name();
    }

    Finding run() {
        try (RecentFile.Reader reader = file.openForReading()) {
            Listing before = look(reader);
            // One stays free for the daemon, which may add at the same time.
            if (before.size() >= limit(before.size()) - 1) {
                return Finding.unknown(
                        subject,
                        "left out: the list is full, and one entry more might push a ban out",
                        before.size() + " entries",
                        "");
            }
            Optional<Address> spare =
                    SpareAddress.of(list.kind(), taken -> before.holds(taken) || ours.contains(taken));
            return spare.isPresent()
                    ? run(spare.get(), reader)
                    : Finding.unknown(subject, "left out: no address for documentation is free", "", "");
        } catch (IOException failure) {
            return Finding.wrong(
                    subject, "the list was removed during the test, or cannot be read", failure.toString(), "");
        }
    }

    private int limit(int entries) {
        int most = entriesOfAList.orElse(entries > USUAL_ENTRIES ? list.capacity() : USUAL_ENTRIES);
        return Math.min(most, list.capacity());
    }

    private Finding run(Address address, RecentFile.Reader reader) {
        try (RecentFile.Writer writer = file.openForWriting()) {
            boolean shown;
            try {
                shown = isThereAfter(writer, "+", address, reader);
            } finally {
                writer.write("-" + address);
            }
            if (!shown) {
                return Finding.wrong(
                        subject,
                        "the kernel takes an address and does not keep it: it is out of memory, or somebody takes it out"
                                + " at once",
                        address + " was written " + TRIES + " times and not shown",
                        "");
            }
            return isThereAfter(writer, "-", address, reader)
                    ? Finding.wrong(
                            subject,
                            "an address cannot be taken out: somebody adds it again at once",
                            address + " is still shown",
                            "echo -" + address + " > "
                                    + ShellWord.of(list.path().toString()))
                    : Finding.ok(
                            subject,
                            "the kernel takes an address, shows it, and lets it go",
                            address + " added, read, removed");
        } catch (IOException refused) {
            return Finding.wrong(
                    subject,
                    "the kernel does not let " + address
                            + " be added and removed: the list was removed during the test," + " or may not be written",
                    refused.toString(),
                    "");
        }
    }

    /** Whether the address is shown after a change; asked again as long as the change does not show. */
    private static boolean isThereAfter(
            RecentFile.Writer writer, String sign, Address address, RecentFile.Reader reader) throws IOException {
        boolean wanted = sign.equals("+");
        boolean shown = !wanted;
        for (int attempt = 0; attempt < TRIES && shown != wanted; attempt++) {
            writer.write(sign + address);
            shown = look(reader).holds(address);
        }
        return shown;
    }

    private static Listing look(RecentFile.Reader reader) throws IOException {
        return Listing.read(reader, Long.MAX_VALUE);
    }
}
