// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsCheckTest {
    private final MetricsCheck check = new MetricsCheck(Path.of("/run/bailiff"));

    private List<Problem> problems(String key, String value) {
        return check.check(Map.of(key, new Setting(key, value, "/etc/bailiff/bailiff.conf:7")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unix:metrics",
                "unix:/run/bailiff/metrics",
                "127.0.0.1:9191",
                " 127.0.0.1:9191 ",
                "127.1.2.3:1",
                "[::1]:65535"
            })
    void whatOnlyThisHostReachesIsTaken(String listen) {
        assertThat(problems("listen", listen)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:9191", "[::]:9191", "192.0.2.1:9191", "[2001:db8::1]:9191", "10.0.0.1:80"})
    void whatOtherHostsReachIsRefused(String listen) {
        assertThat(problems("listen", listen)).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.toString())
                    .startsWith("/etc/bailiff/bailiff.conf:7: error: 'metrics.listen' is on ")
                    .contains("other hosts may reach", "use 127.0.0.1");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "9191,can be unix:PATH",
        "localhost:9191,can be unix:PATH",
        "127.0.0.1,can be unix:PATH",
        "127.0.0.1:0,can be unix:PATH",
        "127.0.0.1:65536,can be unix:PATH",
        "::1:9191,can be unix:PATH",
        "'',can be unix:PATH",
        "unix:,names no path",
        "unix:  ,names no path"
    })
    void whatIsNoPlaceIsRefusedWithTheForms(String listen, String complaint) {
        assertThat(problems("listen", listen))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("'metrics.listen' ", complaint);
    }

    @Test
    void aPathThatASocketCannotHaveIsRefused() {
        assertThat(problems("listen", "unix:/" + "x".repeat(110)))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("111 bytes", "at most 107");
    }

    @Test
    void anUnknownKeyIsNoGuess() {
        assertThat(problems("lisen", "127.0.0.1:9191"))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("'metrics.lisen'", "did you mean metrics.listen?");
    }

    @Test
    void aFileThatSaysNothingIsFine() {
        assertThat(check.check(Map.of())).isEmpty();
    }
}
