// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of {@code ignoreip}: an address, a network or a name, and maybe behind an {@code @} when it expires, as in
 * {@code 192.0.2.7@2026-12-01} or {@code office.example.org@2026-12-01T18:00Z}. It holds no blank and no comma, which
 * separate entries, and nothing that fail2ban's dialect gives a meaning to.
 *
 * @param host whom it is about
 * @param until the first moment at which it does not hold any more; empty if it always does
 */
public record HostEntry(Host host, Optional<Instant> until) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]*");

    /** Whom an entry is about. */
    public sealed interface Host {}

    /** An address or a network. */
    public record Addresses(Network network) implements Host {
        @Override
        public String toString() {
            return network.toString();
        }
    }

    /** A name, whose addresses are to be looked up. */
    public record Name(String name) implements Host {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * The entry that the text writes.
     *
     * @throws IllegalArgumentException if it writes none; the message is a sentence for the administrator
     */
    public static HostEntry parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new HostEntry(host(text), Optional.empty())
                : new HostEntry(host(text.substring(0, at)), Optional.of(expiry(text.substring(at + 1))));
    }

    private static Host host(String text) {
        Optional<Network> network = Network.tryParse(text).or(() -> withMask(text));
        if (network.isPresent()) {
            return new Addresses(network.get());
        }
        if (!NAME.matcher(text).matches() || DIGITS_AND_DOTS.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + SafeText.of(text, 60) + "' is neither an address nor a network nor"
                    + " a name; e.g. 192.0.2.7, 192.0.2.0/24, 2001:db8::/64 or office.example.org");
        }
        return new Name(text);
    }

    /** A network whose length is written as a mask: {@code 192.0.2.0/255.255.255.0}. */
    private static Optional<Network> withMask(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        Optional<Address> base = Address.tryParse(text.substring(0, slash));
        Optional<Address> mask = Address.tryParse(text.substring(slash + 1));
        return base.flatMap(address -> mask.filter(bits -> bits.isIpv6() == address.isIpv6())
                .flatMap(HostEntry::prefixLength)
                .map(length -> Network.around(address, length)));
    }

    /** How many bits a mask begins with; empty if others follow behind the first that is not set. */
    private static Optional<Integer> prefixLength(Address mask) {
        int length = 0;
        boolean ended = false;
        for (byte octet : mask.toBytes()) {
            for (int bit = 7; bit >= 0; bit--) {
                boolean set = (octet >> bit & 1) == 1;
                if (set && ended) {
                    return Optional.empty();
                }
                ended |= !set;
                length += set ? 1 : 0;
            }
        }
        return Optional.of(length);
    }

    private static Instant expiry(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text, 60)
                            + "' is not when an entry can expire; it is a day, e.g. 2026-12-01 (with"
                            + " whose beginning in UTC it does), or a moment with its zone, e.g. 2026-12-01T18:00Z",
                    wrong);
        }
    }

    /** Whether it holds for what happened at this moment. */
    public boolean holdsAt(Instant when) {
        return until.isEmpty() || when.isBefore(until.get());
    }

    /** In one form, which {@link #parse} takes. */
    @Override
    public String toString() {
        return host + until.map(moment -> "@" + moment).orElse("");
    }
}
