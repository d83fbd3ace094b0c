// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.bailiff.api.command.ExitCode;
import org.junit.jupiter.api.Test;

class ExitStatusTest {

    @Test
    void exitStatusesAreTheApis() {
        assertThat(ExitStatus.OK).isEqualTo(ExitCode.OK.number());
        assertThat(ExitStatus.FAILED).isEqualTo(ExitCode.FAILED.number());
        assertThat(ExitStatus.USAGE).isEqualTo(ExitCode.USAGE.number());
        assertThat(ExitStatus.NOT_RUNNING).isEqualTo(ExitCode.NOT_RUNNING.number());
        assertThat(ExitStatus.DENIED).isEqualTo(ExitCode.DENIED.number());
        assertThat(ExitStatus.CONFIGURATION).isEqualTo(ExitCode.CONFIGURATION.number());
    }
}
