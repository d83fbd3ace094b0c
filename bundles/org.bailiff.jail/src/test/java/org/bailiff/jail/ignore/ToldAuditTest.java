// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Caller;
import org.junit.jupiter.api.Test;

class ToldAuditTest {
    private final List<String> trail = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final ToldAudit audit = new ToldAudit(
            (caller, what, subject, before, after, outcome) -> trail.add(what + " " + subject + ": " + outcome),
            logged::add);

    @Test
    void theLogIsToldOfWhatWasDone() {
        audit.record(Caller.DAEMON, "ignore", "192.0.2.0/24", "", "for ever, 'a \u001btest'", "done");
        audit.record(Caller.DAEMON, "unignore", "192.0.2.0/24", "for ever", "", "done");
        audit.record(Caller.DAEMON, "ignore", "0.0.0.0/0", "", "", "it is everybody");

        assertThat(logged)
                .containsExactly(
                        "ignore 192.0.2.0/24 by bailiff (daemon), for ever, 'a \\x1btest'",
                        "unignore 192.0.2.0/24 by bailiff (daemon)");
        assertThat(trail)
                .containsExactly(
                        "ignore 192.0.2.0/24: done",
                        "unignore 192.0.2.0/24: done",
                        "ignore 0.0.0.0/0: it is everybody");
    }
}
