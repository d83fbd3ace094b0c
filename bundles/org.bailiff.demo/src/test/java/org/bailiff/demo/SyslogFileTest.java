// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyslogFileTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T05:06:07.008009Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    @Test
    void aMessageStandsBehindTimeHostAndProgram() throws Exception {
        Path log = Files.createFile(folder.resolve("auth.log"));
        SyslogFile syslog = new SyslogFile(log, "sshd[12]", CLOCK);

        syslog.write("Failed password for root from 192.0.2.10 port 40022 ssh2");
        syslog.write("Connection closed by 192.0.2.10 port 40022");

        assertThat(log)
                .hasContent(
                        """
                        2026-03-01T06:06:07.008009+01:00 server sshd[12]: Failed password for root from 192.0.2.10 port 40022 ssh2
                        2026-03-01T06:06:07.008009+01:00 server sshd[12]: Connection closed by 192.0.2.10 port 40022
                        """);
    }
}
