// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:DB8:0:0:0:0:0:7, 2001:db8::7",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::ffff:c000:201, 192.0.2.1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    })
    void eachAddressHasOneForm(String text, String form) {
        Address address = Address.parse(text);

        assertThat(address).hasToString(form).isEqualTo(Address.parse(form)).hasSameHashCodeAs(Address.parse(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "String",
                "192.0.2",
                "192.0.2.256",
                "999.1.1.1",
                "1.2.3.4 5",
                "192.0.2.7\n",
                "+192.0.2.7",
                "0x7f.0.0.1",
                "2130706433",
                "localhost",
                "/etc",
                ":",
                ".:1",
                ":::",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "fe80::1%eth0",
                "[::1]",
                "::g",
                "::1.2.3.4.5",
                "١٩٢.0.2.7"
            })
    void whatIsNoLiteralAddressIsNone(String text) {
        assertThat(Address.tryParse(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.parse(text))
                .withMessageEndingWith(" is not an address; e.g. 192.0.2.7 or 2001:db8::7");
    }

    @Test
    void anUnreadableTextIsNotRepeatedAsItIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.parse("\u001b[2J"))
                .withMessageStartingWith("'\\x1b[2J' is not");
    }

    @Test
    void bytesGoThereAndBack() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            Address address = Address.ofBytes(bytes);

            assertThat(address.toBytes()).isEqualTo(bytes);
            assertThat(Address.parse(address.toString())).isEqualTo(address);
            assertThat(Address.of(address.toInetAddress())).isEqualTo(address);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Address.ofBytes(new byte[5]));
    }

    @Test
    void theJdksAddressLosesItsNameAndZone() throws UnknownHostException {
        byte[] bytes = Address.parse("fe80::1").toBytes();

        assertThat(Address.of(InetAddress.getByAddress("name", bytes))).hasToString("fe80::1");
    }

    @Test
    void specialAddressesAreKnown() {
        assertThat(Stream.of("127.0.0.1", "127.255.0.9", "::1", "::ffff:127.0.0.1")
                        .map(Address::parse))
                .allMatch(Address::isLoopback);
        assertThat(Stream.of("128.0.0.1", "::2", "7f00::1").map(Address::parse)).noneMatch(Address::isLoopback);
        assertThat(Stream.of("0.0.0.0", "::").map(Address::parse)).allMatch(Address::isUnspecified);
    }

    @Test
    void addressesAreOrderedByFamilyAndNumber() {
        List<String> ordered = List.of("1.0.0.0", "9.0.0.0", "200.0.0.1", "::", "::1", "2001:db8::", "fe80::1");

        assertThat(ordered.stream().map(Address::parse)).isSorted();
        assertThat(Address.parse("0.0.0.1")).isNotEqualTo(Address.parse("::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "1.2.3.4", "10.20.30.40", "100.200.250.255", "2001:db8::1"})
    void itIsWrittenAsItPrintsAndNotOtherwise(String text) {
        Address address = Address.parse(text);

        assertThat(address.isWrittenAs(text)).isTrue();
        for (String other :
                List.of("", ".", text + "0", text + ".", text + " ", "0" + text, text.substring(1), "1.2.3")) {
            assertThat(address.isWrittenAs(other)).as(other).isFalse();
        }
        assertThat(Address.parse("192.0.2.1").isWrittenAs("192.0.2.01")).isFalse();
    }
}
