// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bailiff.action.xtrecent.firewall.Ports.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    private static Ports tcp(String ports) {
        return Ports.of(Optional.of(ports), Optional.empty());
    }

    @Test
    void theyAreThoseOfTcpUnlessAProtocolIsNamed() {
        assertThat(tcp("ssh").groups()).containsExactly(new Group("tcp", "ssh"));
        assertThat(Ports.of(Optional.of("53"), Optional.of("UDP, tcp")).groups())
                .containsExactly(new Group("udp", "53"), new Group("tcp", "53"));
    }

    @Test
    void noneAndTheWholeRangeAndAllProtocolsMeanAll() {
        assertThat(Ports.of(Optional.empty(), Optional.of("tcp"))).isEqualTo(Ports.ALL);
        assertThat(tcp("0:65535")).isEqualTo(Ports.ALL);
        assertThat(Ports.of(Optional.of("ssh"), Optional.of("all"))).isEqualTo(Ports.ALL);
        assertThat(Ports.ALL.groups()).isEmpty();
    }

    @Test
    void noRuleGetsMoreThanFifteenAndARangeCountsAsTwo() {
        String fourteen =
                IntStream.rangeClosed(1, 14).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThat(tcp(fourteen + ",15").groups()).containsExactly(new Group("tcp", fourteen + ",15"));
        assertThat(tcp(fourteen + ",20:30,40").groups())
                .containsExactly(new Group("tcp", fourteen), new Group("tcp", "20:30,40"));
    }

    @Test
    void theUnionWithAllIsAll() {
        assertThat(tcp("ssh").and(Ports.ALL)).isEqualTo(Ports.ALL);
        assertThat(tcp("ssh").and(tcp("http,ssh")).groups()).isEqualTo(List.of(new Group("tcp", "ssh,http")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "10:5", "-1", "a'b", "ssh;id", "1:2:3", "*"})
    void whatIptablesWouldNotUnderstandIsRefused(String port) {
        assertThatThrownBy(() -> tcp("ssh," + port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + port + "' is no port");
    }

    @Test
    void aProtocolWithoutPortsIsRefused() {
        assertThatThrownBy(() -> Ports.of(Optional.of("ssh"), Optional.of("icmp")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'icmp' is no protocol with ports");
    }
}
