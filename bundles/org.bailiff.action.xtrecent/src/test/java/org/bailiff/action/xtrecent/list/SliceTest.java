// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {

    private static List<Slice> slices(int lists) {
        return IntStream.rangeClosed(1, lists)
                .mapToObj(number -> new Slice(number, lists))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 16, 100, 1000})
    void everyAddressIsInOneOfThemAndRulesAskForNoneTwice(int lists) {
        List<Address> addresses = Stream.of("192.0.2.7", "198.51.100.255", "10.9.8.7", "2001:db8::1", "2001:db8:5:6::7")
                .map(Address::parse)
                .toList();
        for (Address address : addresses) {
            assertThat(slices(lists)).filteredOn(slice -> slice.holds(address)).hasSize(1);
        }
        Set<String> sources = new HashSet<>();
        slices(lists).forEach(slice -> slice.sources(true)
                .forEach(source -> assertThat(sources.add(source)).isTrue()));
    }

    @Test
    void ofAPowerOfTwoEachIsOneRuleByTheLastBits() {
        assertThat(new Slice(6, 16).sources(false)).containsExactly("0.0.0.5/0.0.0.15");
        assertThat(new Slice(6, 16).sources(true)).containsExactly("0:0:3::/0:0:3:3::");
        assertThat(Slice.ALL.sources(false)).isEmpty();
    }

    @Test
    void anyOtherNumberTakesMoreRules() {
        assertThat(new Slice(1, 3).sources(false)).hasSize(6).startsWith("0.0.0.0/0.0.0.15", "0.0.0.3/0.0.0.15");
        assertThat(new Slice(3, 3).sources(false)).hasSize(5);
    }

    /** Written down, because an entry is looked for where an earlier version has put it. */
    @Test
    void anAddressStaysWhereItIs() {
        assertThat(new Slice(8, 16).holds(Address.parse("192.0.2.7"))).isTrue();
        assertThat(new Slice(2, 3).holds(Address.parse("192.0.2.7"))).isTrue();
        assertThat(new Slice(1, 8).holds(Address.parse("2001:db8::7"))).isTrue();
    }

    @Test
    void neighboursAreSpreadEvenly() {
        for (Slice slice : slices(4)) {
            assertThat(IntStream.range(0, 256)
                            .mapToObj(last -> Address.parse("192.0.2." + last))
                            .filter(slice::holds))
                    .hasSize(64);
        }
    }

    @Test
    void customersOfProvidersOfIpv6AreSpreadEvenlyAndOneCustomerIsInOneList() {
        Random random = new Random(7);
        int[] fill = new int[16];
        for (int number = 0; number < 1600; number++) {
            String customer = "2001:db8:%x:%x::".formatted(random.nextInt(1 << 16), random.nextInt(1 << 16));
            for (int slice = 0; slice < fill.length; slice++) {
                boolean first = new Slice(slice + 1, 16).holds(Address.parse(customer + "1"));
                assertThat(new Slice(slice + 1, 16).holds(Address.parse(customer + "beef")))
                        .isEqualTo(first);
                fill[slice] += first ? 1 : 0;
            }
        }

        assertThat(fill).doesNotContain(0);
        assertThat(Arrays.stream(fill).max().orElseThrow()).isLessThan(140);
    }
}
