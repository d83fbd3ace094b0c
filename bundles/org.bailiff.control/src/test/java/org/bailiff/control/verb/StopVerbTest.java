// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.jail.JailState;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeAudit;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.junit.jupiter.api.Test;

class StopVerbTest {
    private final FakeJail nginx = new FakeJail("nginx");
    private final FakeJail sshd = new FakeJail("sshd");
    private final FakeAudit audit = new FakeAudit();
    private final List<Integer> exits = new ArrayList<>();
    private final CommandLine commandLine =
            new CommandLine(new StopVerb(new FakeJails(nginx, sshd), audit, exits::add));

    @Test
    void theDaemonEndsAndItsBansHold() {
        assertThat(commandLine.type(ADMINISTRATOR, "stop")).isZero();
        assertThat(exits).containsExactly(0);
        assertThat(sshd.releasedBy).isEmpty();
        assertThat(audit.entries).containsExactly("root stop [] done");
    }

    @Test
    void onRequestItsBansAreTakenOutFirst() {
        nginx.state = JailState.DISABLED;

        assertThat(commandLine.type(ADMINISTRATOR, "stop", "--release")).isZero();
        assertThat(sshd.releasedBy).containsExactly(ADMINISTRATOR);
        assertThat(nginx.releasedBy).isEmpty();
        assertThat(exits).containsExactly(0);
    }

    @Test
    void aJailThatDoesNotAnswerDoesNotKeepTheDaemonAlive() {
        nginx.refusal = Optional.of("it is busy.");

        assertThat(commandLine.type(ADMINISTRATOR, "stop", "--release")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("nginx was not released: it is busy.");
        assertThat(sshd.releasedBy).hasSize(1);
        assertThat(exits).containsExactly(0);
    }

    @Test
    void anOperatorMayNotStopIt() {
        assertThat(commandLine.type(OPERATOR, "stop")).isEqualTo(4);
        assertThat(exits).isEmpty();
    }

    @Test
    void inAProcessOfAnotherItSaysSo() {
        CommandLine contained = new CommandLine(new StopVerb(new FakeJails(), audit, null));

        assertThat(contained.type(ADMINISTRATOR, "stop")).isEqualTo(1);
        assertThat(contained.err).singleElement().asString().contains("does not own this process");
    }
}
