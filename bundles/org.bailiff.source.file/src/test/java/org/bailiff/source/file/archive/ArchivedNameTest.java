// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivedNameTest {

    @ParameterizedTest
    @CsvSource({
        "auth.log.1, auth.log",
        "auth.log.12.gz, auth.log",
        "auth.log-20261122, auth.log",
        "auth.log-20261122.gz, auth.log",
        "auth.log-2026-11-22T10:00.xz, auth.log",
        "auth-20261122.log, auth.log",
        "auth-20261122.log.gz, auth.log",
        "messages.3, messages"
    })
    void rotationMakesSuchNames(String file, String stream) {
        assertThat(ArchivedName.parse(file).orElseThrow().streams()).contains(stream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth.log", "auth.log.bak", "auth.log.gz", "auth.log.1.2.3x", "auth.log-2026", "auth.logs"})
    void andNoneOfThese(String file) {
        assertThat(ArchivedName.parse(file)).isEmpty();
    }

    @Test
    void theOlderStandsFirst() {
        Stream<String> files = Stream.of("log-20261122", "log.1", "log.10.gz", "log-20261121.gz", "log.2");

        assertThat(files.map(file -> ArchivedName.parse(file).orElseThrow()).sorted(ArchivedName.AGE))
                .extracting(name -> name.number() + name.date())
                .containsExactly("10", "2", "1", "020261121", "020261122");
    }
}
