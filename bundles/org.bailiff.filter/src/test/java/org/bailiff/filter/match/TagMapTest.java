// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TagMapTest {
    private static Map<String, String> tags(Map<String, String> values) {
        return Captures.of(values).others();
    }

    @Test
    void itHasAllButWhoItWasAndTheLineItself() {
        assertThat(tags(Map.of("ip4", "192.0.2.7", "user", "root", "nofail", "x", "content", "whole", "mlfid", "12")))
                .isEqualTo(Map.of("user", "root", "nofail", "x", "mlfid", "12"))
                .doesNotContainKey("content");
    }

    @Test
    void thePortHasItsTagsNameUnlessAnotherHasIt() {
        assertThat(tags(Map.of("fport", "22"))).isEqualTo(Map.of("port", "22"));
        assertThat(tags(Map.of("fport", "22", "port", "23"))).isEqualTo(Map.of("port", "23"));
    }

    @Test
    void nobodyChangesIt() {
        Map<String, String> tags = tags(Map.of("user", "root"));

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> tags.put("user", "other"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(tags::clear);
        assertThat(tags.get("user")).isEqualTo("root");
    }
}
