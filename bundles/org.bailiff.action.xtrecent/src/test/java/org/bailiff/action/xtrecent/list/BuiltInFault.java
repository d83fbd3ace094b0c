// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.bailiff.text.Address;

/**
 * Faults that a daemon could have, built in below it one at a time: the script must catch each. They are made at the port,
 * so what they do to the kernel's list is what the daemon would do that had them.
 */
enum BuiltInFault {
    /** None. */
    NONE(kernel -> kernel),
    /** Now and then a lease is not renewed, and taken for renewed. */
    SKIPPED_RENEWAL(SkippedRenewal::new),
    /** A write that failed passes for done, and the dead descriptor is kept. */
    IGNORED_FAILURE(IgnoredFailure::new),
    /** A flush looks like addresses taken out by hand: the sentinel is believed to be intact. */
    FLUSH_TAKEN_FOR_DELISTING(IntactSentinel::new),
    /** That the kernel pushed an entry out is not seen. */
    UNSEEN_EVICTION(UnseenEviction::new),
    /** Two changes are written at once, where the kernel takes one. */
    TWO_ADDRESSES_IN_ONE_WRITE(TwoAddresses::new);

    private final Function<FakeKernelList, RecentFile> file;

    BuiltInFault(Function<FakeKernelList, RecentFile> file) {
        this.file = file;
    }

    /** The list as a daemon with this fault deals with it. */
    RecentFile in(FakeKernelList kernel) {
        return file.apply(kernel);
    }

    private static boolean isOfSentinel(String change) {
        return change.endsWith(Sentinel.ADDRESS.toString());
    }

    private static final class SkippedRenewal extends AlteredFile {
        private static final int EACH = 5;

        private final FakeKernelList kernel;
        private int renewals;

        SkippedRenewal(FakeKernelList kernel) {
            super(kernel);
            this.kernel = kernel;
        }

        @Override
        void write(Writer writer, String change) throws IOException {
            boolean renewal = change.startsWith("+") && kernel.lists(change.substring(1)) && !isOfSentinel(change);
            if (!renewal || ++renewals % EACH != 0) {
                writer.write(change);
            }
        }
    }

    private static final class IgnoredFailure extends AlteredFile {
        IgnoredFailure(FakeKernelList kernel) {
            super(kernel);
        }

        @Override
        void write(Writer writer, String change) {
            try {
                writer.write(change);
            } catch (IOException ignored) {
                // That is the fault.
            }
        }
    }

    private static final class IntactSentinel extends AlteredFile {
        private String intact = "";

        IntactSentinel(FakeKernelList kernel) {
            super(kernel);
        }

        @Override
        String shown(String text) {
            StringBuilder shown = new StringBuilder();
            for (String line : text.lines().toList()) {
                if (!line.startsWith("src=0100:")) {
                    shown.append(line).append('\n');
                } else if (line.contains(",") || intact.isEmpty()) {
                    intact = line;
                }
            }
            return intact.isEmpty() ? text : shown + intact + '\n';
        }
    }

    private static final class UnseenEviction extends AlteredFile {
        private final FakeKernelList kernel;
        private final Map<Address, String> before = new HashMap<>();
        private final Map<Address, String> pushedOut = new HashMap<>();

        UnseenEviction(FakeKernelList kernel) {
            super(kernel);
            this.kernel = kernel;
            kernel.onPushedOut =
                    kernel.onPushedOut.andThen(address -> pushedOut.put(address, before.getOrDefault(address, "")));
        }

        @Override
        String shown(String text) {
            pushedOut.keySet().removeIf(address -> kernel.addresses().contains(address));
            before.clear();
            text.lines().forEach(line -> before.put(Address.parse(line.split("[= ]")[1]), line + '\n'));
            return text + String.join("", pushedOut.values());
        }
    }

    private static final class TwoAddresses extends AlteredFile {
        private String first = "";

        TwoAddresses(FakeKernelList kernel) {
            super(kernel);
        }

        @Override
        void write(Writer writer, String change) throws IOException {
            if (first.isEmpty()) {
                first = change;
                return;
            }
            String both = first + '\n' + change;
            first = "";
            writer.write(both);
        }
    }
}
