// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultGatewaysTest {
    private static final String IPV6_NOWHERE = "00000000000000000000000000000000";

    @Test
    void theGatewayOfTheDefaultRouteIsReadInTheOrderOfTheMachine() {
        String line = "eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0    ";

        assertThat(DefaultGateways.ofIpv4(line, ByteOrder.LITTLE_ENDIAN)).contains(Address.parse("192.0.2.1"));
        assertThat(DefaultGateways.ofIpv4(line, ByteOrder.BIG_ENDIAN)).contains(Address.parse("1.2.0.192"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT",
                "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0",
                "eth0\t000A0000\t010200C0\t0003\t0\t0\t0\t0000FFFF\t0\t0\t0",
                "ppp0\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0",
                "eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000080\t0\t0\t0",
                "eth0\t00000000\tZZ0200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0",
                "",
            })
    void otherRoutesHaveNone(String line) {
        assertThat(DefaultGateways.ofIpv4(line, ByteOrder.LITTLE_ENDIAN)).isEmpty();
    }

    @Test
    void theGatewayOfTheDefaultRouteOfIpv6IsRead() {
        String line = IPV6_NOWHERE + " 00 " + IPV6_NOWHERE + " 00 fe80000000000000021122fffe334455"
                + " 00000400 00000002 00000000 00000003     eth0";

        assertThat(DefaultGateways.ofIpv6(line)).contains(Address.parse("fe80::211:22ff:fe33:4455"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20010db8000000000000000000000000 40 " + IPV6_NOWHERE + " 00 fe800000000000000000000000000001"
                        + " 00000400 00000002 00000000 00000003     eth0",
                IPV6_NOWHERE + " 03 " + IPV6_NOWHERE + " 00 fe800000000000000000000000000001"
                        + " 00000400 00000002 00000000 00000003     eth0",
                IPV6_NOWHERE + " 00 " + IPV6_NOWHERE + " 00 " + IPV6_NOWHERE
                        + " ffffffff 00000001 00000000 00200200       lo",
                "",
            })
    void otherRoutesOfIpv6HaveNone(String line) {
        assertThat(DefaultGateways.ofIpv6(line)).isEmpty();
    }

    @Test
    void thisHostsRoutesCanBeRead() throws Exception {
        assertThat(new DefaultGateways().read())
                .allSatisfy((gateway, reason) -> assertThat(reason).isEqualTo("neverban: the gateway"));
    }
}
