// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.text.SafeText;

/** What is doubtful in an expression that can be followed. */
final class Doubts {

    private Doubts() {}

    static List<String> of(MatchExpression wanted) {
        if (wanted.words().isEmpty()) {
            return List.of("all of the journal is watched, whoever wrote it; name the service in journalmatch, e.g. "
                    + "_SYSTEMD_UNIT=ssh.service");
        }
        List<String> doubts = new ArrayList<>();
        for (String alternative : wanted.forgeable()) {
            doubts.add("anybody who may log on this host can write what '" + SafeText.of(alternative, 80)
                    + "' names, and so have others banned; add a field that journald vouches for, e.g. "
                    + "_SYSTEMD_UNIT=ssh.service or _UID=0");
        }
        return doubts;
    }
}
