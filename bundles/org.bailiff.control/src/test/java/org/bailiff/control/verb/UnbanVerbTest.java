// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.util.Optional;
import org.bailiff.api.jail.JailState;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnbanVerbTest {
    private final FakeJail nginx = new FakeJail("nginx");
    private final FakeJail sshd = new FakeJail("sshd");
    private final CommandLine commandLine = new CommandLine(new UnbanVerb(new FakeJails(nginx, sshd)));

    @Test
    void anAddressAloneIsUnbannedEverywhere() {
        nginx.banned("192.0.2.7");
        sshd.banned("192.0.2.7");

        assertThat(commandLine.type(OPERATOR, "unban", "192.0.2.7")).isZero();
        assertThat(commandLine.out)
                .containsExactly("[nginx] 192.0.2.7 is no longer banned", "[sshd] 192.0.2.7 is no longer banned");
        assertThat(nginx.bans).isEmpty();
        assertThat(sshd.bans).isEmpty();
    }

    @Test
    void aNamedJailAloneUnbans() {
        nginx.banned("192.0.2.7");
        sshd.banned("192.0.2.7");

        assertThat(commandLine.type(OPERATOR, "unban", "sshd", "192.0.2.7")).isZero();
        assertThat(nginx.bans).hasSize(1);
        assertThat(sshd.bans).isEmpty();
    }

    @Test
    void aNetworkIsATargetToo() {
        sshd.banned("192.0.2.0/24");
        nginx.banned("192.0.2.0/24");

        assertThat(commandLine.type(OPERATOR, "unban", "sshd", "192.0.2.0/24")).isZero();
        assertThat(commandLine.out).containsExactly("[sshd] 192.0.2.0/24 is no longer banned");
        assertThat(commandLine.type(OPERATOR, "unban", "192.0.2.0/24")).isZero();
        assertThat(commandLine.out).containsExactly("[nginx] 192.0.2.0/24 is no longer banned");
        commandLine.type(OPERATOR, "unban", "192.0.2.0/24");
        assertThat(commandLine.out).containsExactly("192.0.2.0/24 is banned in no jail.");
    }

    @Test
    void aNetworkIsLetInWithAllThatAreBannedInIt() {
        sshd.banned("203.0.113.7");
        sshd.banned("203.0.113.200");
        nginx.banned("203.0.113.0/25");
        nginx.banned("203.0.113.8");

        assertThat(commandLine.type(OPERATOR, "unban", "203.0.113.0/25")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "[nginx] 203.0.113.8 is no longer banned",
                        "[nginx] 203.0.113.0/25 is no longer banned",
                        "[sshd] 203.0.113.7 is no longer banned",
                        "2 bans inside 203.0.113.0/25 ended.");
        assertThat(sshd.bans.keySet()).containsExactly(Network.parse("203.0.113.200"));

        assertThat(commandLine.type(OPERATOR, "unban", "sshd", "203.0.113.0/24"))
                .isZero();
        assertThat(commandLine.out)
                .containsExactly("[sshd] 203.0.113.200 is no longer banned", "1 ban inside 203.0.113.0/24 ended.");
    }

    @Test
    void anAddressThatIsKeptOutWithItsNetworkIsSaidSo() {
        sshd.banned("192.0.2.0/24");

        assertThat(commandLine.type(OPERATOR, "unban", "192.0.2.7")).isZero();
        assertThat(commandLine.out)
                .containsExactly("192.0.2.7 has no ban of its own; sshd bans its network 192.0.2.0/24.");
        assertThat(sshd.bans).hasSize(1);
    }

    @Test
    void anAddressThatIsNotBannedIsNoError() {
        assertThat(commandLine.type(OPERATOR, "unban", "192.0.2.7")).isZero();
        assertThat(commandLine.out).containsExactly("192.0.2.7 is banned in no jail.");
    }

    @Test
    void aDisabledJailIsNotAskedUnlessItIsNamed() {
        nginx.state = JailState.DISABLED;
        nginx.refusal = Optional.of("jail nginx is disabled; enable it first");

        assertThat(commandLine.type(OPERATOR, "unban", "192.0.2.7")).isZero();
        assertThat(commandLine.type(OPERATOR, "unban", "nginx", "192.0.2.7")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("jail nginx is disabled; enable it first");
    }

    @Test
    void allBansOfOneJailOrOfAllEnd() {
        nginx.banned("192.0.2.7");
        sshd.banned("192.0.2.7");
        sshd.banned("192.0.2.8");

        assertThat(commandLine.type(OPERATOR, "unban", "sshd", "--all")).isZero();
        assertThat(commandLine.out).containsExactly("2 bans ended.");
        assertThat(commandLine.type(OPERATOR, "unban", "--all", "--json")).isZero();
        assertThat(commandLine.json().get("ended").getAsInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999.1.1.1", "/etc", "1.2.3.4 5", "10.0.0.0/33"})
    void junkIsASentenceAndUnbansNobodyBeforeIt(String junk) {
        sshd.banned("192.0.2.7");

        assertThat(commandLine.type(OPERATOR, "unban", junk)).isEqualTo(1);
        assertThat(commandLine.err).hasSize(1);
        assertThat(commandLine.type(OPERATOR, "unban", "192.0.2.7", junk)).isEqualTo(1);
        assertThat(sshd.bans).hasSize(1);
    }

    @Test
    void aWordThatIsNeitherAddressNorJailIsCalledSo() {
        commandLine.type(OPERATOR, "unban", "999.1.1.1");

        assertThat(commandLine.err)
                .containsExactly("'999.1.1.1' is neither an address nor the name of a jail; there are: nginx, sshd.");
    }

    @Test
    void everythingIsOnlyUnbannedIfThatIsSaid() {
        sshd.banned("192.0.2.7");

        assertThat(commandLine.type(OPERATOR, "unban")).isEqualTo(2);
        assertThat(commandLine.type(OPERATOR, "unban", "sshd")).isEqualTo(2);
        assertThat(commandLine.type(OPERATOR, "unban", "--all", "192.0.2.7")).isEqualTo(2);
        assertThat(sshd.bans).hasSize(1);
    }
}
