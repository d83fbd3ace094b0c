// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bailiff.text.Address;

/** Who it was, as the groups of a line's regexes captured it. Immutable. */
final class Who {
    /** The groups that tell it, in the order in which they are asked for the host. */
    static final List<String> GROUPS = List.of("ip4", "ip6", "dns", "host", "cidr", "fid");

    static final Who NOBODY = new Who(new String[GROUPS.size()]);

    private static final int IP4 = 0;
    private static final int IP6 = 1;
    private static final int HOSTS = 4;
    private static final int CIDR = 4;
    private static final int ID = 5;

    private final String[] written;
    private final Optional<String> host;
    /** Null until somebody asks. */
    private Optional<String> id;
    /** Null until somebody asks: not every line's is wanted. */
    private Optional<Address> address;

    private Who(String[] written) {
        this.written = written;
        this.host = Optional.ofNullable(hostOf(written));
    }

    /**
     * What the groups captured.
     *
     * @param written by their place in {@link #GROUPS}; null for what took no part. Not to be changed any more
     */
    static Who of(String[] written) {
        for (String part : written) {
            if (part != null) {
                return new Who(written);
            }
        }
        return NOBODY;
    }

    private static String hostOf(String[] written) {
        for (int group = 0; group < HOSTS; group++) {
            if (written[group] != null && !written[group].isEmpty()) {
                return written[CIDR] == null ? written[group] : written[group] + "/" + written[CIDR];
            }
        }
        return null;
    }

    /** What the group with this place in {@link #GROUPS} captured; null if it took no part. */
    String written(int group) {
        return written[group];
    }

    /** The host as written, with its prefix length if it is a network. */
    Optional<String> host() {
        return host;
    }

    /** The address that the host is; empty if it is a name, or there is none. */
    Optional<Address> address() {
        if (address == null) {
            address = host.flatMap(Address::tryParse);
        }
        return address;
    }

    /** Whether it is told what failures are counted by. */
    boolean isKnown() {
        return host.isPresent() || hasId();
    }

    private boolean hasId() {
        return written[ID] != null && !written[ID].isEmpty();
    }

    /** What failures are counted by. An IPv6 address has several forms, but is one. */
    Optional<String> id() {
        if (id == null) {
            id = hasId() ? Optional.of(written[ID]) : usualForm();
        }
        return id;
    }

    private Optional<String> usualForm() {
        return host.isEmpty() || host.get().indexOf(':') < 0
                ? host
                : address().map(Address::toString).or(() -> host);
    }

    /**
     * This one over the other. Who it was is told whole by one of them: an IPv6 host is not also the IPv4 one before. An
     * address is not overruled by a name, which says less.
     */
    Who over(Who other) {
        if (other == NOBODY || other == this) {
            return this;
        }
        if (Arrays.equals(written, other.written)) {
            // That one's address is known.
            return other;
        }
        if (other.isAddress() && !isAddress() && written[ID] == null) {
            return other;
        }
        return isKnown() ? this : with(other);
    }

    /** Neither tells who it was, but each may have a part of it. */
    private Who with(Who other) {
        String[] merged = other.written.clone();
        for (int group = 0; group < merged.length; group++) {
            merged[group] = written[group] == null ? merged[group] : written[group];
        }
        return of(merged);
    }

    private boolean isAddress() {
        String told = written[IP4] == null ? written[IP6] : written[IP4];
        return told != null && !told.isEmpty();
    }

    /** Whether both name an address, and not the same. A name beside an address may well be the same host. */
    boolean contradicts(Who other) {
        return !host.equals(other.host)
                && address().isPresent()
                && other.address().isPresent()
                && !address().get().equals(other.address().get());
    }

    /** Without what is longer than so many characters. */
    Who withoutLonger(int most) {
        String[] kept = written;
        for (int group = 0; group < written.length; group++) {
            if (written[group] != null && written[group].length() > most) {
                kept = kept == written ? written.clone() : kept;
                kept[group] = null;
            }
        }
        return kept == written ? this : of(kept);
    }

    @Override
    public String toString() {
        return Arrays.toString(written);
    }
}
