// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CombinedTagsTest {

    private static Map<String, String> combined(Map<String, String> captured) {
        Map<String, String> result = new HashMap<>(captured);
        CombinedTags.putIn(result);
        return result;
    }

    @Test
    void theFirstAlternativeStandsForWhatCapturedNothing() {
        assertThat(combined(Map.of("alt_user1", "b", "alt_user", "a"))).containsEntry("user", "a");
        assertThat(combined(Map.of("alt_user", "a", "user", ""))).containsEntry("user", "a");
        assertThat(combined(Map.of("alt_user", "a", "user", "c"))).containsEntry("user", "c");
        assertThat(combined(Map.of("alt_id", "a"))).containsEntry("fid", "a");
    }

    @Test
    void tuplesArePutBehindTheirTag() {
        assertThat(combined(Map.of("fid", "a", "tuple_id", "b", "tuple_id_2", "c")))
                .containsEntry("fid", "a,b,c");
        assertThat(combined(Map.of("tuple_user", "b"))).containsEntry("user", "b");
    }
}
