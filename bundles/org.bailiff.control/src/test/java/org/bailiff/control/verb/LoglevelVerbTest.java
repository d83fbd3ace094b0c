// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeAudit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoglevelVerbTest {
    private static final Logger LOGGER = Logger.getLogger("org.bailiff.control.some.test");

    private final FakeAudit audit = new FakeAudit();
    private final CommandLine commandLine = new CommandLine(new LoglevelVerb(audit));

    @AfterEach
    void restore() {
        LOGGER.setLevel(null);
    }

    @Test
    void aLevelIsChangedAuditedAndTakenBack() {
        assertThat(commandLine.type(ADMINISTRATOR, "loglevel", "debug", LOGGER.getName()))
                .isZero();
        assertThat(LOGGER.getLevel()).isEqualTo(Level.FINE);
        assertThat(commandLine.out).containsExactly(LOGGER.getName() + " logs on level debug.");
        assertThat(audit.entries).containsExactly("root loglevel [" + LOGGER.getName() + "] done");
        commandLine.type(OPERATOR, "loglevel");
        assertThat(commandLine.out).anyMatch(line -> line.matches(LOGGER.getName() + " +debug"));

        assertThat(commandLine.type(ADMINISTRATOR, "loglevel", "default", LOGGER.getName()))
                .isZero();
        assertThat(LOGGER.getLevel()).isNull();
    }

    @Test
    void anOperatorSeesLevelsAndChangesNone() {
        assertThat(commandLine.type(OPERATOR, "loglevel", "--json")).isZero();
        assertThat(commandLine.type(OPERATOR, "loglevel", "trace", LOGGER.getName()))
                .isEqualTo(4);
        assertThat(LOGGER.getLevel()).isNull();
    }

    @Test
    void whatIsNoLevelOrNoLoggerIsRefused() {
        assertThat(commandLine.type(ADMINISTRATOR, "loglevel", "loud")).isEqualTo(2);
        assertThat(commandLine.err.get(0)).isEqualTo("'loud' is none of error, warning, info, debug, trace, default.");
        assertThat(commandLine.type(ADMINISTRATOR, "loglevel", "debug", "a b")).isEqualTo(1);
    }
}
