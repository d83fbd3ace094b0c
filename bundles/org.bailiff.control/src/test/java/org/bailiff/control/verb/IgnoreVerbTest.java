// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.jail.JailState;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeIgnoreList;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.junit.jupiter.api.Test;

class IgnoreVerbTest {
    private final FakeIgnoreList ignored = new FakeIgnoreList();
    private final FakeJail sshd = new FakeJail("sshd");
    private final FakeJails jails = new FakeJails(sshd, new FakeJail("nginx"));
    private final CommandLine commandLine =
            new CommandLine(new IgnoreVerb(jails, ignored, Clock.fixed(FakeJail.NOW, ZoneOffset.UTC)));

    @Test
    void anEntryIsAddedListedAndRemoved() {
        assertThat(commandLine.type(
                        ADMINISTRATOR, "ignore", "add", "192.0.2.0/24", "--for", "2h", "--comment", "a \u001btest"))
                .isZero();
        assertThat(commandLine.out)
                .containsExactly("192.0.2.0/24 is banned by no jail from now on, until 2026-11-23 04:00:00.");
        commandLine.type(ADMINISTRATOR, "ignore", "add", "2001:db8::7");

        assertThat(commandLine.type(OPERATOR, "ignore")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "IGNORED       SINCE                UNTIL                BY    COMMENT",
                        "192.0.2.0/24  2026-11-23 02:00:00  2026-11-23 04:00:00  root  a \\x1btest",
                        "2001:db8::7   2026-11-23 02:00:00  removed              root");

        assertThat(commandLine.type(ADMINISTRATOR, "ignore", "remove", "192.0.2.0/24"))
                .isZero();
        assertThat(commandLine.type(ADMINISTRATOR, "ignore", "remove", "192.0.2.0/24"))
                .isEqualTo(1);
        commandLine.type(OPERATOR, "ignore", "list", "--json");
        assertThat(commandLine.json().getAsJsonArray("ignored")).hasSize(1);
    }

    @Test
    void theBansThatAnEntryDoesNotEndAreCounted() {
        sshd.banned("192.0.2.7");
        sshd.banned("192.0.2.8");
        sshd.banned("198.51.100.0/24");

        commandLine.type(ADMINISTRATOR, "ignore", "add", "192.0.2.0/25");
        assertThat(commandLine.out)
                .containsExactly("192.0.2.0/25 is banned by no jail from now on, until it is removed."
                        + " 2 bans of it that are in force hold until 'bailiff unban 192.0.2.0/25'.");
        commandLine.type(ADMINISTRATOR, "ignore", "add", "198.51.100.7");
        assertThat(commandLine.out)
                .singleElement()
                .asString()
                .endsWith(" 1 ban of it that is in force holds until 'bailiff unban 198.51.100.7 198.51.100.0/24'.");
    }

    @Test
    void anEntryForEverHasNoEnd() {
        commandLine.type(ADMINISTRATOR, "ignore", "add", "192.0.2.7", "--for", "forever");

        assertThat(ignored.entries().get(0).until()).isEmpty();
    }

    @Test
    void whoBansAndLetsInMayAlsoIgnore() {
        assertThat(commandLine.type(OPERATOR, "ignore", "add", "192.0.2.7")).isZero();
        assertThat(ignored.entries()).hasSize(1);
        assertThat(commandLine.type(OPERATOR, "ignore", "remove", "192.0.2.7")).isZero();
        assertThat(ignored.entries()).isEmpty();
        Caller viewer = new Caller("vera", "shell", Role.VIEWER);
        assertThat(commandLine.type(viewer, "ignore", "add", "192.0.2.7")).isEqualTo(4);
        assertThat(commandLine.type(viewer, "ignore", "remove", "192.0.2.7")).isEqualTo(4);
        assertThat(ignored.entries()).isEmpty();
    }

    @Test
    void aCheckSaysOfEachJailWhetherItWouldBan() {
        sshd.ignored = Optional.of("ignoreip 192.0.2.0/24");

        assertThat(commandLine.type(OPERATOR, "ignore", "check", "192.0.2.7")).isZero();
        assertThat(commandLine.out)
                .containsExactly("192.0.2.7 would be", "  nginx  banned", "  sshd   ignored: ignoreip 192.0.2.0/24");
        commandLine.type(OPERATOR, "ignore", "check", "192.0.2.7", "--json");
        assertThat(commandLine.json().getAsJsonArray("jails").toString())
                .contains("{\"jail\":\"sshd\",\"ignored\":true,\"entry\":\"ignoreip 192.0.2.0/24\"}");
    }

    @Test
    void whatIsWrongIsRefused() {
        assertThat(commandLine.type(ADMINISTRATOR, "ignore", "add", "nobody")).isEqualTo(1);
        assertThat(commandLine.type(ADMINISTRATOR, "ignore", "add", "192.0.2.7", "--for", "soon"))
                .isEqualTo(2);
        assertThat(commandLine.type(ADMINISTRATOR, "ignore", "add")).isEqualTo(2);
        assertThat(commandLine.type(ADMINISTRATOR, "ignore", "forget")).isEqualTo(2);
    }

    @Test
    void aJailThatIsDisabledIsNotAsked() {
        sshd.state = JailState.DISABLED;

        assertThat(commandLine.type(OPERATOR, "ignore", "check", "192.0.2.7")).isZero();
        assertThat(commandLine.out).containsExactly("192.0.2.7 would be", "  nginx  banned");
    }
}
