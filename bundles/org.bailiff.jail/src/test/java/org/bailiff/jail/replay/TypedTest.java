// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.junit.jupiter.api.Test;

class TypedTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static Typed parse(String... arguments) throws CommandException {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Caller caller = new Caller("somebody", "local", Role.ADMINISTRATOR);
        return Typed.parse(new CommandCall(caller, List.of(arguments), false, "/srv", nowhere, nowhere), NOON);
    }

    @Test
    void withoutOptionsAllThatThereIsCountsUntilNow() throws CommandException {
        Typed typed = parse();

        assertThat(typed.period()).isEqualTo(new Period(Period.BEGINNING, NOON));
        assertThat(typed.period().hasBeginning()).isFalse();
        assertThat(typed.against()).isEmpty();
        assertThat(typed.jails()).isEmpty();
    }

    @Test
    void optionsComeInAnyOrderWithABlankOrAnEqualsSign() throws CommandException {
        Typed typed = parse("--jail=b", "--until", "1h", "--against", "etc", "--since=7d", "--jail", "a");

        assertThat(typed.period()).isEqualTo(new Period(NOON.minusSeconds(7 * 86400), NOON.minusSeconds(3600)));
        assertThat(typed.against()).contains(Path.of("/srv/etc"));
        assertThat(typed.jails()).containsExactly("a", "b");
    }

    @Test
    void whatIsWrongIsRefused() {
        for (String[] wrong : new String[][] {
            {"--since"},
            {"--since="},
            {"--sice", "7d"},
            {"x"},
            {"--since", "yesterday"},
            {"--since", "1h", "--until", "2h"}
        }) {
            assertThatThrownBy(() -> parse(wrong))
                    .isInstanceOf(CommandException.class)
                    .satisfies(refused ->
                            assertThat(((CommandException) refused).exitCode()).isEqualTo(ExitCode.USAGE));
        }
    }
}
