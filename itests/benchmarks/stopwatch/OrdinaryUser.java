// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.util.ArrayList;
import java.util.List;

/** Whom the kernel lets write to the list, and nothing else. */
final class OrdinaryUser {
    private static final List<String> RUNS =
            List.of("setpriv", "--reuid", "23456", "--regid", "23456", "--clear-groups", "--inh-caps=-all");

    private OrdinaryUser() {}

    /** The command with which that user runs this one. */
    static List<String> runs(String... words) {
        List<String> command = new ArrayList<>(RUNS);
        command.addAll(List.of(words));
        return command;
    }
}
