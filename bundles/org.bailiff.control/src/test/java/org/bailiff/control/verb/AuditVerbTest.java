// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.audit.AuditEntry;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeJail;
import org.junit.jupiter.api.Test;

class AuditVerbTest {
    private final List<AuditEntry> entries = new ArrayList<>();
    private final CommandLine commandLine = new CommandLine(new AuditVerb(
            limit -> entries.subList(0, Math.min(limit, entries.size())), Clock.fixed(FakeJail.NOW, ZoneOffset.UTC)));

    @Test
    void anEntryTellsWhoThroughWhatFromWhereAndWhat() {
        Caller remote = new Caller("bob", "jmx-remote", Role.ADMINISTRATOR, "127.0.0.1:40112");
        entries.add(new AuditEntry(FakeJail.NOW, remote, "set", "sshd maxretry", "5", "3", "done"));
        entries.add(new AuditEntry(FakeJail.NOW, OPERATOR, "set", "sshd \u001b[2J", "", "", "not allowed"));

        assertThat(commandLine.type(ADMINISTRATOR, "audit")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "2026-11-23 02:00:00  bob (jmx-remote) from 127.0.0.1:40112  set sshd maxretry: 5 -> 3",
                        "2026-11-23 02:00:00  alice (socket)  REFUSED set sshd \\x1b[2J; not allowed");
        assertThat(commandLine.type(ADMINISTRATOR, "audit", "1", "--json")).isZero();
        assertThat(commandLine.json().getAsJsonArray("entries")).hasSize(1);
    }

    @Test
    void aRefusalDoesNotLookLikeAChange() {
        entries.add(new AuditEntry(FakeJail.NOW, OPERATOR, "set", "web maxretry", "5", "5", "'lots' is no number"));
        entries.add(new AuditEntry(FakeJail.NOW, OPERATOR, "set", "web maxretry", "5", "3", "it could not be kept"));

        commandLine.type(ADMINISTRATOR, "audit");
        assertThat(commandLine.out)
                .containsExactly(
                        "2026-11-23 02:00:00  alice (socket)  REFUSED set web maxretry; 'lots' is no number",
                        "2026-11-23 02:00:00  alice (socket)  set web maxretry: 5 -> 3; it could not be kept");
    }

    @Test
    void itIsForAdministrators() {
        assertThat(commandLine.type(OPERATOR, "audit")).isEqualTo(4);
    }

    @Test
    void aNumberThatIsNoneIsMisuse() {
        assertThat(commandLine.type(ADMINISTRATOR, "audit", "all")).isEqualTo(2);
        assertThat(commandLine.type(ADMINISTRATOR, "audit", "10001")).isEqualTo(2);
        assertThat(commandLine.type(ADMINISTRATOR, "audit", "-1")).isEqualTo(2);
    }

    @Test
    void withoutATrailItSaysSo() {
        CommandLine alone = new CommandLine(new AuditVerb(null, Clock.systemUTC()));

        assertThat(alone.type(ADMINISTRATOR, "audit")).isEqualTo(1);
    }
}
