// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.7/32, 192.0.2.7",
        "192.0.2.7/24, 192.0.2.0/24",
        "192.0.2.7/0, 0.0.0.0/0",
        "255.255.255.255/1, 128.0.0.0/1",
        "2001:db8::7/128, 2001:db8::7",
        "2001:db8:1:2:3::/64, 2001:db8:1:2::/64",
        "2001:db8:1:2:ffff::/65, 2001:db8:1:2:8000::/65",
        "2001:db8::/0, ::/0",
    })
    void bitsBehindThePrefixAreCleared(String text, String form) {
        assertThat(Network.parse(text)).hasToString(form).isEqualTo(Network.parse(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "192.0.2.0/", "192.0.2.0/33", "192.0.2.0/-1", "::/129", "192.0.2.0/24/8", "a/8"})
    void whatIsNeitherAddressNorNetworkIsNone(String text) {
        assertThat(Network.tryParse(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.parse(text))
                .withMessageContaining("is neither an address nor a network");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 192.0.2.1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.0/24, ::ffff:192.0.2.9, true",
    })
    void aNetworkHoldsWhatBeginsLikeIt(String network, String address, boolean holds) {
        assertThat(Network.parse(network).contains(Address.parse(address))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,192.0.2.7,true",
        "192.0.2.0/24,192.0.2.0/24,true",
        "192.0.2.0/24,192.0.2.128/25,true",
        "192.0.2.0/25,192.0.2.0/24,false",
        "192.0.2.0/24,198.51.100.7,false",
        "::/0,192.0.2.7,false",
    })
    void aNetworkHoldsAnotherIfItHoldsAllOfIt(String network, String other, boolean holds) {
        assertThat(Network.parse(network).contains(Network.parse(other))).isEqualTo(holds);
    }

    @Test
    void aNetworkWithBitsBehindItsPrefixCannotBeMade() {
        Address address = Address.parse("192.0.2.7");

        assertThatIllegalArgumentException().isThrownBy(() -> new Network(address, 24));
        assertThatIllegalArgumentException().isThrownBy(() -> new Network(address, 33));
        assertThatIllegalArgumentException().isThrownBy(() -> Network.around(address, 33));
        assertThat(Network.around(address, 24)).hasToString("192.0.2.0/24");
    }

    @Test
    void oneAddressIsANetworkToo() {
        assertThat(Network.single(Address.parse("::1")).isSingle()).isTrue();
        assertThat(Network.parse("::/127").isSingle()).isFalse();
    }

    @Test
    void networksAreOrderedByAddressTheWiderFirst() {
        assertThat(Stream.of("192.0.2.0/24", "192.0.2.0/25", "192.0.2.0", "192.0.2.1", "::/0")
                        .map(Network::parse))
                .isSorted();
    }
}
