// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.io.IOException;
import org.bailiff.api.Role;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.control.fake.CommandLine;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    @Test
    void anOperatorMayNotUseAnAdministratorsVerbAndTheRefusalIsAudited() {
        CommandLine commandLine = new CommandLine(verb("reload", Role.ADMINISTRATOR, false, call -> ExitCode.OK));

        int code = commandLine.type(OPERATOR, "reload", "now");

        assertThat(code).isEqualTo(4);
        assertThat(commandLine.err)
                .singleElement()
                .asString()
                .contains("administrators")
                .contains("alice");
        assertThat(commandLine.audit.entries)
                .singleElement()
                .asString()
                .startsWith("alice reload [now] 'reload' is for administrators");
    }

    @Test
    void anAdministratorMayUseAnOperatorsVerb() {
        CommandLine commandLine = new CommandLine(verb("ban", Role.OPERATOR, false, call -> ExitCode.OK));

        assertThat(commandLine.type(ADMINISTRATOR, "ban")).isZero();
        assertThat(commandLine.audit.entries).isEmpty();
    }

    @Test
    void anUnknownVerbIsMisuseAndNamesTheNearest() {
        CommandLine commandLine = new CommandLine(verb("status", Role.VIEWER, false, call -> ExitCode.OK));

        assertThat(commandLine.type(OPERATOR, "statsu")).isEqualTo(2);
        assertThat(commandLine.err).containsExactly("There is no verb 'statsu'; did you mean status?");
    }

    @Test
    void aVerbThatRunsWithItsUsersRightsIsNotRunWithTheDaemons() {
        CommandLine commandLine = new CommandLine(verb("check", Role.VIEWER, true, call -> ExitCode.OK));

        assertThat(commandLine.type(ADMINISTRATOR, "check")).isEqualTo(2);
        assertThat(commandLine.err).first().asString().contains("runs without the daemon");
    }

    @Test
    void misuseShowsTheUsage() {
        CommandLine commandLine = new CommandLine(verb("why", Role.VIEWER, false, call -> {
            throw new CommandException(ExitCode.USAGE, "Something is missing.");
        }));

        assertThat(commandLine.type(OPERATOR, "why")).isEqualTo(2);
        assertThat(commandLine.err).containsExactly("Something is missing.", "usage: bailiff why ARGUMENTS");
    }

    @Test
    void whoAsksForJsonIsRefusedInJson() {
        CommandLine commandLine = new CommandLine(
                verb("why", Role.VIEWER, false, call -> {
                    throw new CommandException(ExitCode.USAGE, "Something is missing.");
                }),
                verb("set", Role.VIEWER, false, call -> {
                    throw new IllegalArgumentException("'x' is not a time");
                }));

        assertThat(commandLine.type(OPERATOR, "why", "--json")).isEqualTo(2);
        assertThat(commandLine.err).containsExactly("{\"error\":\"Something is missing.\",\"exit\":2}");
        assertThat(commandLine.type(OPERATOR, "set", "--json")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("{\"error\":\"'x' is not a time\",\"exit\":1}");
        assertThat(commandLine.type(OPERATOR, "no", "--json")).isEqualTo(2);
        assertThat(commandLine.err).singleElement().asString().startsWith("{\"error\":\"There is no verb 'no'");
    }

    @Test
    void aVerbThatCannotReadWhatItNeedsSaysSo() {
        CommandLine commandLine = new CommandLine(verb("demo", Role.VIEWER, false, call -> {
            throw new IOException("no namespace can be made here");
        }));

        assertThat(commandLine.type(OPERATOR, "demo")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("no namespace can be made here");
    }

    @Test
    void everyVerbHasHelpAndIsNotRunForIt() {
        CommandLine commandLine = new CommandLine(verb("why", Role.VIEWER, false, call -> {
            throw new AssertionError("run");
        }));

        assertThat(commandLine.type(OPERATOR, "why", "192.0.2.7", "--help")).isZero();
        assertThat(commandLine.out).containsExactly("usage: bailiff why ARGUMENTS", "Summary.");
    }

    @Test
    void commonOptionsAreTakenOutOfTheArgumentsUpToTwoDashes() {
        CommandLine commandLine = new CommandLine(verb("why", Role.VIEWER, false, call -> {
            call.out().println(call.json() + " " + call.arguments() + " " + call.directory());
            return ExitCode.OK;
        }));

        commandLine.type(OPERATOR, "why", "a", "--json", "b", "--", "--json");

        assertThat(commandLine.out).containsExactly("true [a, b, --, --json] /home/alice");
    }

    @Test
    void aRefusalOfTheApiIsShownAsASentence() {
        CommandLine commandLine = new CommandLine(verb("set", Role.VIEWER, false, call -> {
            throw new IllegalArgumentException("'x' is not a time;\ne.g. 600");
        }));

        assertThat(commandLine.type(OPERATOR, "set")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("'x' is not a time;\\x0ae.g. 600");
    }

    @Test
    void aDefectOfAPlugInEndsTheAnswerAndNotTheDaemon() {
        CommandLine commandLine = new CommandLine(verb("why", Role.VIEWER, false, call -> {
            throw new UnsupportedOperationException("broken");
        }));

        assertThat(commandLine.type(OPERATOR, "why")).isEqualTo(1);
        assertThat(commandLine.err)
                .singleElement()
                .asString()
                .contains("broke off")
                .contains("broken");
    }

    @Test
    void noControlCharacterLeavesWhateverAVerbWrites() {
        CommandLine commandLine = new CommandLine(verb("why", Role.VIEWER, false, call -> {
            call.out().println("red \u001b[31m bell \u0007 back\rover \u009b2J \u202eright");
            return ExitCode.OK;
        }));

        commandLine.type(OPERATOR, "why");

        assertThat(commandLine.out).containsExactly("red \\x1b[31m bell \\x07 back\\x0dover \\x9b2J \\u{202e}right");
    }

    private static Command verb(String name, Role role, boolean local, Body body) {
        return new Command() {
            @Override
            public CommandDescription description() {
                return new CommandDescription(name, "ARGUMENTS", "Summary.", role, local);
            }

            @Override
            public ExitCode run(CommandCall call) throws CommandException, IOException {
                return body.run(call);
            }
        };
    }

    private interface Body {
        ExitCode run(CommandCall call) throws CommandException, IOException;
    }
}
