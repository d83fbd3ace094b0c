// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.util.Optional;
import org.bailiff.api.BanTime;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.JailState;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanVerbTest {
    private final FakeJail sshd = new FakeJail("sshd");
    private final CommandLine commandLine = new CommandLine(new BanVerb(new FakeJails(sshd)));

    @Test
    void anAddressIsBannedForTheJailsBanTime() {
        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7")).isZero();
        assertThat(commandLine.out).containsExactly("[sshd] 192.0.2.7 is banned");
        assertThat(sshd.requests)
                .containsExactly(new BanRequest(Network.parse("192.0.2.7"), Optional.empty(), "", false));
    }

    @Test
    void howLongAndWhyMayBeSaid() {
        commandLine.type(OPERATOR, "ban", "sshd", "2001:db8::7", "--for", "1h30m", "--reason", "too loud");

        assertThat(sshd.requests)
                .containsExactly(new BanRequest(
                        Network.parse("2001:db8::7"), Optional.of(BanTime.ofSeconds(5400)), "too loud", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forever", "Forever", "permanent", "-1"})
    void forEverHasSeveralWords(String word) {
        commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7", "--for", word);

        assertThat(sshd.requests.get(0).banTime()).contains(BanTime.PERMANENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "soon", ""})
    void aTimeThatIsNoneIsASentence(String word) {
        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7", "--for", word))
                .isEqualTo(2);
        assertThat(commandLine.err).first().asString().startsWith("--for: ");
        commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7", "--for=-9");
        assertThat(commandLine.err).contains("--for: '-9' is no time from now; e.g. 10m, 1d12h, or forever.");
        assertThat(sshd.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "999.1.1.1", "/etc", "1.2.3.4 5", "1.2.3.4\n", "1.2.3.0/33", "1.2.3.4/", "::1%eth0", "x"})
    void junkIsASentenceAndBansNobodyBeforeIt(String junk) {
        assertThat(commandLine.type(ADMINISTRATOR, "ban", "sshd", "192.0.2.7", junk))
                .isEqualTo(1);
        assertThat(commandLine.err).hasSize(1);
        assertThat(sshd.requests).isEmpty();
    }

    @Test
    void aNetworkIsPassedOnAndTheResultNamesIt() {
        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7/24", "2001:db8::/64"))
                .isZero();

        assertThat(commandLine.out).containsExactly("[sshd] 192.0.2.0/24 is banned", "[sshd] 2001:db8::/64 is banned");
        assertThat(sshd.requests)
                .extracting(BanRequest::target)
                .containsExactly(Network.parse("192.0.2.0/24"), Network.parse("2001:db8::/64"));
    }

    @Test
    void whetherANetworkMayBeBannedIsTheJailsToSay() {
        sshd.ignored = Optional.of("networks are not banned here; set networkbans");

        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "10.0.0.0/8")).isEqualTo(1);
        assertThat(commandLine.err)
                .containsExactly("10.0.0.0/8 is ignored by networks are not banned here; set networkbans");
        commandLine.type(OPERATOR, "ban", "sshd", "10.0.0.0/8", "--json");
        assertThat(commandLine
                        .json()
                        .getAsJsonArray("results")
                        .get(0)
                        .getAsJsonObject()
                        .get("address")
                        .getAsString())
                .isEqualTo("10.0.0.0/8");
    }

    @Test
    void aMissingJailOrAddressIsMisuse() {
        assertThat(commandLine.type(OPERATOR, "ban")).isEqualTo(2);
        assertThat(commandLine.type(OPERATOR, "ban", "sshd")).isEqualTo(2);
        assertThat(commandLine.type(OPERATOR, "ban", "192.0.2.7")).isEqualTo(2);
        assertThat(commandLine.err).first().isEqualTo("Say first in which jail: 192.0.2.7 is an address.");
        commandLine.type(OPERATOR, "ban", "192.0.2.0/24");
        assertThat(commandLine.err).first().isEqualTo("Say first in which jail: 192.0.2.0/24 is a network.");
    }

    @Test
    void anUnknownJailIsASentence() {
        assertThat(commandLine.type(OPERATOR, "ban", "shd", "192.0.2.7")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("There is no jail 'shd'; did you mean sshd?");
    }

    @Test
    void forceIsForAdministratorsAndItsRefusalIsAudited() {
        sshd.ignored = Optional.of("127.0.0.0/8");

        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "127.0.0.1", "--force"))
                .isEqualTo(4);
        assertThat(sshd.requests).isEmpty();
        assertThat(commandLine.audit.entries).singleElement().asString().contains("sshd 127.0.0.1 --force");
        assertThat(commandLine.type(ADMINISTRATOR, "ban", "sshd", "127.0.0.1", "--force"))
                .isZero();
        assertThat(sshd.requests).singleElement().matches(BanRequest::force);
    }

    @Test
    void ofSeveralAddressesNoneIsBannedIfOneIsIgnored() {
        sshd.ignored = Optional.of("10.0.0.0/8");

        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7", "10.0.0.1"))
                .isEqualTo(1);
        assertThat(commandLine.err).singleElement().asString().contains("is ignored by sshd (10.0.0.0/8)");
        assertThat(sshd.requests).isEmpty();
    }

    @Test
    void aBanThatIsNotInForceOrNotKeptEndsWithOne() {
        sshd.inForce = false;
        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("[sshd] 192.0.2.7 is banned");

        sshd.state = JailState.SIMULATING;
        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7")).isZero();

        sshd.kept = false;
        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7")).isEqualTo(1);
    }

    @Test
    void aRefusalOfTheJailIsItsSentence() {
        sshd.refusal = Optional.of("jail sshd is disabled; enable it first");

        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("jail sshd is disabled; enable it first");
    }

    @Test
    void jsonTellsEachResult() {
        assertThat(commandLine.type(OPERATOR, "ban", "sshd", "192.0.2.7", "--json"))
                .isZero();

        assertThat(commandLine
                        .json()
                        .getAsJsonArray("results")
                        .get(0)
                        .getAsJsonObject()
                        .get("granted")
                        .getAsBoolean())
                .isTrue();
    }
}
