// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeFilters;
import org.bailiff.control.fake.FakeJail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterVerbTest {
    private static final Clock CLOCK = Clock.fixed(FakeJail.NOW, ZoneOffset.UTC);

    private final FakeFilters filters = new FakeFilters();
    private final CommandLine commandLine = new CommandLine(new FilterVerb(filters, filters, CLOCK));

    @Test
    void theListSaysWhereEachComesFromAndWhatWasRefused() {
        Problem error = new Problem(Problem.Severity.ERROR, "etc/filter.d/sshd.conf", 3, "", "no such group.");
        filters.refused = Optional.of(new FilterStatus.Refused("etc/filter.d/sshd.conf", FakeJail.NOW, List.of(error)));

        assertThat(commandLine.type(OPERATOR, "filter")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "FILTER  IN FORCE SINCE       SAMPLES  FROM",
                        "sshd    2026-11-23 02:00:00  7        library (can be rolled back)",
                        "  refused at 2026-11-23 02:00:00: etc/filter.d/sshd.conf",
                        "    etc/filter.d/sshd.conf:3: error: no such group.");
        commandLine.type(OPERATOR, "filter", "list", "--json");
        assertThat(commandLine.json().getAsJsonArray("filters").toString())
                .contains("\"revision\":2", "\"refused\":{\"origin\":\"etc/filter.d/sshd.conf\"");
    }

    @Test
    void aDefinitionIsShownAsItIsWrittenAndMadeSafe() {
        assertThat(commandLine.type(OPERATOR, "filter", "show", "sshd")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "# sshd, from library, in force since 2026-11-23 02:00:00",
                        "# library:sshd.conf",
                        "[Definition]",
                        "failregex = ^no \\x1b[31m<HOST>$");
        assertThat(commandLine.type(OPERATOR, "filter", "show", "sshdd")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("There is no filter 'sshdd'; did you mean sshd?");
    }

    @Test
    void anAdministratorDeploysATextAndRollsItBack() {
        assertThat(commandLine.type(ADMINISTRATOR, "filter", "deploy", "sshd", "--text", "good", "--dry-run"))
                .isZero();
        assertThat(commandLine.type(ADMINISTRATOR, "filter", "deploy", "sshd", "--text", "good"))
                .isZero();
        assertThat(commandLine.out).containsExactly("sshd is accepted.");
        assertThat(commandLine.type(ADMINISTRATOR, "filter", "rollback", "sshd"))
                .isZero();
        assertThat(commandLine.type(ADMINISTRATOR, "filter", "undeploy", "sshd", "--json"))
                .isZero();
        assertThat(commandLine.json().get("changed").getAsBoolean()).isTrue();
        assertThat(filters.changes)
                .containsExactly("deploy sshd good (dry run)", "deploy sshd good", "rollback sshd", "undeploy sshd");
    }

    @Test
    void aBadTextIsRefusedWithItsProblems() {
        assertThat(commandLine.type(ADMINISTRATOR, "filter", "validate", "sshd", "--text", "bad"))
                .isEqualTo(1);
        assertThat(commandLine.err).containsExactly("sshd is refused.", "line 7 of the text: no date.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "deploy", "rollback", "undeploy"})
    void whatChangesOrTriesADefinitionIsForAdministrators(String part) {
        assertThat(commandLine.type(OPERATOR, "filter", part, "sshd", "--text", "good"))
                .isEqualTo(4);
        assertThat(filters.changes).isEmpty();
        assertThat(commandLine.audit.entries).hasSize(1);
    }

    @Test
    void aPathIsNeverReadHere() {
        assertThat(commandLine.type(ADMINISTRATOR, "filter", "deploy", "sshd", "/etc/shadow"))
                .isEqualTo(2);
        assertThat(commandLine.type(ADMINISTRATOR, "filter", "deploy", "sshd")).isEqualTo(2);
        assertThat(filters.changes).isEmpty();
    }

    @Test
    void whatIsNoPartIsMisuse() {
        assertThat(commandLine.type(OPERATOR, "filter", "instal")).isEqualTo(2);
        assertThat(commandLine.err.get(0)).startsWith("'instal' is none of list, show, ");
    }

    @Test
    void withoutAnybodyToAskItSaysSo() {
        CommandLine alone = new CommandLine(new FilterVerb(null, null, CLOCK));

        assertThat(alone.type(OPERATOR, "filter")).isEqualTo(1);
        assertThat(alone.err).singleElement().asString().contains("org.bailiff.filter.admission is not running");
    }
}
