// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreListTest {
    private static final Instant NOON = HandClock.NOON;

    private final OwnAddresses own = new OwnAddresses() {
        @Override
        public Set<Address> all() {
            return Set.of(Address.parse("203.0.113.1"));
        }

        @Override
        public Set<Address> broadcasts() {
            return Set.of(Address.parse("203.0.113.255"));
        }
    };

    private static IgnoreEntry entry(String network, Instant until) {
        return new IgnoreEntry(Network.parse(network), Optional.ofNullable(until), "ignoreip");
    }

    private static Optional<String> reason(IgnoreSource source, String address, Instant when) {
        return source.reason(Address.parse(address), when);
    }

    private IgnoreList list(boolean self, String... networks) {
        return new IgnoreList(List.of(networks).stream().map(Network::parse).toList(), self, own);
    }

    @Test
    void anAddressIsIgnoredForItselfAndForEachNetworkAroundIt() {
        IgnoreEntries entries = new IgnoreEntries(
                List.of(entry("192.0.2.7", null), entry("192.0.2.0/24", null), entry("2001:db8::/32", null)));

        assertThat(reason(entries, "192.0.2.7", NOON)).contains("ignoreip 192.0.2.7");
        assertThat(reason(entries, "192.0.2.8", NOON)).contains("ignoreip 192.0.2.0/24");
        assertThat(reason(entries, "2001:db8::1", NOON)).contains("ignoreip 2001:db8::/32");
        assertThat(reason(entries, "198.51.100.1", NOON)).isEmpty();
        assertThat(reason(entries, "2001:db9::1", NOON)).isEmpty();
    }

    @Test
    void aNetworkOfAllIsFoundToo() {
        assertThat(reason(new IgnoreEntries(List.of(entry("0.0.0.0/0", null))), "192.0.2.7", NOON))
                .isPresent();
        assertThat(reason(new IgnoreEntries(List.of(entry("0.0.0.0/0", null))), "2001:db8::1", NOON))
                .isEmpty();
    }

    @Test
    void anEntryHoldsForWhatHappenedBeforeItsExpiryHoweverLateThatIsRead() {
        IgnoreEntries entries = new IgnoreEntries(List.of(entry("192.0.2.7", NOON)));

        assertThat(reason(entries, "192.0.2.7", NOON.minusMillis(1)))
                .contains("ignoreip 192.0.2.7 until 2026-11-22T12:00:00Z");
        assertThat(reason(entries, "192.0.2.7", NOON)).isEmpty();
    }

    @Test
    void behindAnExpiredEntryAWiderOneStillHolds() {
        IgnoreEntries entries = new IgnoreEntries(List.of(entry("192.0.2.7", NOON), entry("192.0.2.0/24", null)));

        assertThat(reason(entries, "192.0.2.7", NOON)).contains("ignoreip 192.0.2.0/24");
    }

    @Test
    void ofTwoEntriesOfTheSameNetworkTheLongerCounts() {
        IgnoreEntry brief = entry("192.0.2.7", NOON);
        IgnoreEntry longer = entry("192.0.2.7", NOON.plusSeconds(60));
        IgnoreEntry lasting = entry("192.0.2.7", null);

        for (List<IgnoreEntry> both : List.of(List.of(brief, longer), List.of(longer, brief))) {
            assertThat(reason(new IgnoreEntries(both), "192.0.2.7", NOON)).isPresent();
            assertThat(reason(new IgnoreEntries(both), "192.0.2.7", NOON.plusSeconds(60)))
                    .isEmpty();
        }
        assertThat(reason(new IgnoreEntries(List.of(lasting, brief)), "192.0.2.7", NOON))
                .isPresent();
        assertThat(reason(new IgnoreEntries(List.of(brief, lasting)), "192.0.2.7", NOON))
                .isPresent();
    }

    @Test
    void aNetworkIsSparedForAnEntryInItOrAroundItWhileThatHolds() {
        IgnoreEntries entries = new IgnoreEntries(List.of(entry("192.0.2.7", NOON), entry("198.51.0.0/16", null)));

        assertThat(entries.within(Network.parse("192.0.2.0/24"), NOON.minusMillis(1)))
                .isPresent();
        assertThat(entries.within(Network.parse("192.0.2.0/24"), NOON)).isEmpty();
        assertThat(entries.within(Network.parse("198.51.100.0/24"), NOON)).contains("ignoreip 198.51.0.0/16");
        assertThat(entries.within(Network.parse("203.0.113.0/24"), NOON)).isEmpty();
    }

    @Test
    void tenThousandEntriesAreNoMoreToLookThroughThanTen() {
        IgnoreEntries entries = new IgnoreEntries(IntStream.range(0, 10_000)
                .mapToObj(index -> entry("10." + index / 256 + "." + index % 256 + ".0/24", null))
                .toList());

        assertThat(reason(entries, "10.39.15.200", NOON)).contains("ignoreip 10.39.15.0/24");
        assertThat(reason(entries, "10.39.16.200", NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, ignoreself: loopback",
        "::1, ignoreself: loopback",
        "0.0.0.0, ignoreself: no host has this address",
        "203.0.113.1, ignoreself: this host's own address",
    })
    void theHostItselfIsIgnoredUnlessToldOtherwise(String address, String reason) {
        assertThat(list(true).reason(Address.parse(address), NOON)).contains(reason);
        assertThat(list(false).reason(Address.parse(address), NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "224.0.0.1, multicast: no host has this address",
        "239.255.255.255, multicast: no host has this address",
        "ff02::1, multicast: no host has this address",
        "255.255.255.255, broadcast: no host has this address",
        "203.0.113.255, broadcast: no host has this address",
    })
    void whatNoHostCanHaveIsNeverBannedWhateverIsConfigured(String address, String reason) {
        assertThat(list(true).reason(Address.parse(address), NOON)).contains(reason);
        assertThat(list(false).reason(Address.parse(address), NOON)).contains(reason);
        assertThat(list(false).within(Network.parse(address), NOON)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"223.255.255.255", "240.0.0.1", "fe80::1", "255.255.255.254"})
    void theirNeighboursCanBeBanned(String address) {
        assertThat(list(true).reason(Address.parse(address), NOON)).isEmpty();
    }

    @Test
    void aNetworkIsBannedAlthoughOneCanBroadcastInIt() {
        assertThat(list(false).within(Network.parse("203.0.113.0/24"), NOON)).isEmpty();
        assertThat(list(true).within(Network.parse("203.0.113.0/24"), NOON)).contains("ignoreself: 203.0.113.1");
        assertThat(list(true).within(Network.parse("239.1.2.0/24"), NOON)).isPresent();
    }
}
