// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * Whom a jail never bans. Failures of those in {@code ignoreip}, and of the host itself, do not count; those in its
 * {@code neverban} sets are counted and not banned as long as they are in them. Thread-safe; never waits for anything but
 * the kernel.
 */
public final class IgnoreList {
    private final List<IgnoreSource> sources;
    private final List<NeverBanned> neverBanned;
    private final Optional<IgnoreCommand> command;

    /**
     * @param sources in the order in which they are asked
     * @param neverBanned who must not be locked out
     * @param command who is asked besides; see {@link PendingVerdicts}
     */
    IgnoreList(List<IgnoreSource> sources, List<NeverBanned> neverBanned, Optional<IgnoreCommand> command) {
        this.sources = List.copyOf(sources);
        this.neverBanned = List.copyOf(neverBanned);
        this.command = command;
    }

    /**
     * Of fixed entries.
     *
     * @param entries addresses and networks
     * @param self whether the host itself is ignored
     * @param own the host's addresses
     */
    public IgnoreList(List<Network> entries, boolean self, OwnAddresses own) {
        this(List.of(fixed(entries), new OwnHost(self, own)), List.of(), Optional.empty());
    }

    private static IgnoreEntries fixed(List<Network> entries) {
        return new IgnoreEntries(entries.stream()
                .map(network -> new IgnoreEntry(network, Optional.empty(), "ignoreip"))
                .toList());
    }

    /**
     * The reason, as people wrote it, why what the address did at this moment does not count; empty if it does. One that
     * {@link #neverBanned} speaks for counts.
     */
    public Optional<String> reason(Address address, Instant when) {
        return first(source -> source.reason(address, when));
    }

    /**
     * Why a ban of these addresses at this moment would keep out somebody who is never banned: an entry in it or around
     * it, an address of the host's own, or who must not be locked out; empty if it would not.
     */
    public Optional<String> within(Network network, Instant when) {
        Optional<String> reason =
                network.isSingle() ? reason(network.base(), when) : first(source -> source.within(network, when));
        return reason.or(() -> neverBanned(network));
    }

    private Optional<String> first(Function<IgnoreSource, Optional<String>> question) {
        for (IgnoreSource source : sources) {
            Optional<String> reason = question.apply(source);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    /** Why nobody of these may be locked out at the moment, whatever they did; empty if they may. Not exact. */
    public Optional<String> neverBanned(Network network) {
        return NeverBan.reason(neverBanned, network::contains);
    }

    /** Who is asked before an address is banned; empty if nobody is. */
    public Optional<IgnoreCommand> command() {
        return command;
    }

    /** Looks in the background, if it is time to, whether what is known of names and files is still so. */
    public void refresh() {
        sources.forEach(IgnoreSource::refresh);
    }
}
