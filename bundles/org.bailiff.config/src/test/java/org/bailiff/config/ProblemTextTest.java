// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.junit.jupiter.api.Test;

class ProblemTextTest {

    private static List<String> printed(List<Problem> problems, boolean all) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ProblemText(new PrintWriter(bytes, true, StandardCharsets.UTF_8), all).print(problems);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<Problem> missingLogs(Severity severity, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Problem(
                        severity,
                        "jail.conf",
                        number,
                        "j" + number,
                        "logpath: no file matches /log/" + number + " now"))
                .toList();
    }

    @Test
    void ofManyWarningsThatAreAlikeOneIsShownAndTheJailsOfTheOthers() {
        List<Problem> problems = new ArrayList<>(missingLogs(Severity.WARNING, 6));
        problems.add(new Problem(Severity.WARNING, "jail.conf", 9, "", "'usedns' has no effect: it is so"));

        assertThat(printed(problems, false))
                .containsExactly(
                        "jail.conf:1: warning: logpath: no file matches /log/1 now",
                        "  and 5 more like it, of j2, j3, j4, j5, j6; --all shows each",
                        "jail.conf:9: warning: 'usedns' has no effect: it is so");
    }

    @Test
    void fewAreShownEachAndTheSameOnce() {
        List<Problem> problems = new ArrayList<>(missingLogs(Severity.WARNING, 5));
        problems.addAll(missingLogs(Severity.WARNING, 1));

        assertThat(printed(problems, false)).hasSize(5);
    }

    @Test
    void errorsAreShownEachAndOnRequestEverything() {
        assertThat(printed(missingLogs(Severity.ERROR, 6), false)).hasSize(6);
        assertThat(printed(missingLogs(Severity.WARNING, 6), true)).hasSize(6);
    }
}
