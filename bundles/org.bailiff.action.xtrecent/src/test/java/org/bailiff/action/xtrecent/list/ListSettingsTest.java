// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListSettingsTest {

    @Test
    void aJailsListIsNamedAfterItUnlessToldOtherwise() {
        assertThat(ListSettings.of("sshd", Map.of()))
                .isEqualTo(new ListSettings(
                        Path.of("/proc/self/net/xt_recent"),
                        "bailiff-sshd",
                        Duration.ofHours(1),
                        100,
                        ForeignEntries.KEEP));
        assertThat(ListSettings.of("sshd", Map.of("list", "f2b-sshd")).name()).isEqualTo("f2b-sshd");
    }

    @ParameterizedTest
    @CsvSource({
        "lst, 1, did you mean 'list'?",
        "xyzzy, 1, 'it has list, lists, seconds, capacity, foreign, root'",
        "lists, 2, not supported yet",
        "seconds, 3, a whole number from 4",
        "seconds, 4294968, to 4294967",
        "seconds, 1h, a whole number",
        "seconds, 99999999999999999999, a whole number",
        "capacity, 2, a whole number from 3",
        "foreign, adopt, only keep is supported yet",
        "foreign, kep, it is keep",
        "root, proc, an absolute path",
        "list, ../../etc/passwd, a list's name is made of",
        "list, a/b, a list's name is made of",
        "list, ., a list's name is made of",
        "list, -x, a list's name is made of",
        "list, '', a list's name is made of"
    })
    void aWrongParameterIsNamedWithItsMend(String name, String value, String mend) {
        assertThatThrownBy(() -> ListSettings.of("sshd", Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(mend);
    }

    @Test
    void aNameLeavesRoomForTheListOfHits() {
        assertThat(ListSettings.of("sshd", Map.of("list", "x".repeat(194))).name())
                .hasSize(194);
        assertThatThrownBy(() -> ListSettings.of("sshd", Map.of("list", "x".repeat(195))))
                .hasMessageContaining("at most 194 characters");
    }
}
