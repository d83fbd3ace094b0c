// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.util.Map;
import org.bailiff.api.Role;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.ExitCode;
import org.bailiff.control.fake.CommandLine;
import org.junit.jupiter.api.Test;

class CommandTableTest {
    private final CommandTable table = new CommandTable();

    @Test
    void ofTwoVerbsOfOneNameTheHigherRankingCounts() {
        Command first = verb("ping", "first");
        Command second = verb("ping", "second");
        table.add(first, Map.of());
        table.add(second, Map.of("service.ranking", 10));

        assertThat(table.find("ping")).contains(second);
        assertThat(table.descriptions())
                .filteredOn(description -> description.name().equals("ping"))
                .hasSize(1);

        table.remove(second);

        assertThat(table.find("ping")).contains(first);
    }

    @Test
    void aVerbThatIsGoneIsNotFound() {
        Command ping = verb("ping", "Asks.");
        table.add(ping, Map.of());
        table.remove(ping);

        assertThat(table.find("ping")).isEmpty();
    }

    @Test
    void helpListsWhatThereIs() {
        table.add(verb("ping", "Asks."), Map.of());
        CommandLine commandLine = new CommandLine(table.find("help").orElseThrow());

        assertThat(commandLine.type(OPERATOR, "help")).isZero();
        assertThat(commandLine.out).contains("bailiff help [VERB]", "bailiff ping", "    Asks.");
        assertThat(commandLine.type(OPERATOR, "help", "ping", "--json")).isZero();
        assertThat(commandLine.json().getAsJsonArray("verbs")).hasSize(1);
        assertThat(commandLine.type(OPERATOR, "help", "nothing")).isEqualTo(2);
    }

    private static Command verb(String name, String summary) {
        return new Command() {
            @Override
            public CommandDescription description() {
                return new CommandDescription(name, "", summary, Role.VIEWER, false);
            }

            @Override
            public ExitCode run(CommandCall call) {
                return ExitCode.OK;
            }
        };
    }
}
