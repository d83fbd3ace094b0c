// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bailiff.api.source.SourceStatus.State;
import org.junit.jupiter.api.Test;

class UnreadableTest {
    private static final Path LOG = Path.of("/var/log/auth.log");

    @Test
    void whatIsNotThereIsWaitedFor() {
        Unreadable why = Unreadable.of(LOG, new NoSuchFileException("any"));

        assertThat(why.state()).isEqualTo(State.WAITING);
        assertThat(why.reason()).isEqualTo("/var/log/auth.log is not there; it is followed as soon as it appears");
    }

    @Test
    void aMissingPermissionIsAFailureWithItsMend() {
        Unreadable why = Unreadable.of(LOG, new AccessDeniedException("any"));

        assertThat(why.state()).isEqualTo(State.FAILED);
        assertThat(why.reason())
                .isEqualTo("cannot read /var/log/auth.log: permission denied; "
                        + "make the daemon's user a member of the group that owns it (adm on Debian)");
    }

    @Test
    void anyOtherErrorIsAFailureInTheSystemsWords() {
        Unreadable why = Unreadable.of(LOG, new IOException("Input/output error"));

        assertThat(why.state()).isEqualTo(State.FAILED);
        assertThat(why.reason()).isEqualTo("cannot read /var/log/auth.log: Input/output error");
    }
}
