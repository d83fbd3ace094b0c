// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bailiff.api.Role;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.ExitCode;
import org.bailiff.control.fake.FakeAudit;
import org.junit.jupiter.api.Test;

class CommandLineServiceTest {
    private final FakeAudit audit = new FakeAudit();
    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();

    @Test
    void aVerbIsCarriedOutAndAnswersLineByLine() {
        ExitCode end = run(new Echo(Role.OPERATOR), "echo", "one\ntwo");

        assertThat(end).isEqualTo(ExitCode.OK);
        assertThat(out).containsExactly("alice", "one", "two");
        assertThat(err).isEmpty();
    }

    @Test
    void noControlCharacterReachesTheCaller() {
        run(new Echo(Role.OPERATOR), "echo", "\u001b[2Jgone");

        assertThat(out).contains("\\x1b[2Jgone");
    }

    @Test
    void theRoleIsCheckedAndARefusalAudited() {
        ExitCode end = run(new Echo(Role.ADMINISTRATOR), "echo", "one");

        assertThat(end).isEqualTo(ExitCode.DENIED);
        assertThat(out).isEmpty();
        assertThat(err).singleElement().asString().contains("'echo' is for administrators");
        assertThat(audit.entries).singleElement().asString().startsWith("alice echo [one]");
    }

    @Test
    void anUnknownVerbIsMisuse() {
        assertThat(run(new Echo(Role.OPERATOR), "ecko")).isEqualTo(ExitCode.USAGE);
        assertThat(err).singleElement().asString().contains("did you mean echo?");
    }

    private ExitCode run(Command command, String... words) {
        CommandTable table = new CommandTable();
        table.add(command, Map.of());
        return new CommandLineService(audit, table).run(OPERATOR, List.of(words), "/", out::add, err::add);
    }

    /** Says who calls, and what it was given. */
    private record Echo(Role role) implements Command {
        @Override
        public CommandDescription description() {
            return new CommandDescription("echo", "TEXT", "Says it.", role, false);
        }

        @Override
        public ExitCode run(CommandCall call) {
            call.out().println(call.caller().principal());
            call.out().println(String.join(" ", call.arguments()));
            return ExitCode.OK;
        }
    }
}
