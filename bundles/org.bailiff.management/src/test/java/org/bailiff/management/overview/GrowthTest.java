// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void whatCountDifferentThingsIsAddedUp() {
        Growth growth = Growth.ofAll();

        assertThat(growth.look(Map.of("sshd", 10L, "nginx", 5L))).isEqualTo(15);
        assertThat(growth.look(Map.of("sshd", 12L, "nginx", 5L))).isEqualTo(17);
    }

    @Test
    void whatCountTheSameCountsAsFarAsTheFurthestHasCome() {
        Growth growth = Growth.ofFurthest();

        assertThat(growth.look(Map.of("sshd", 10L, "nginx", 5L))).isEqualTo(10);
        assertThat(growth.look(Map.of("sshd", 13L, "nginx", 8L))).isEqualTo(13);
    }

    @Test
    void theTotalStaysWhenOneGoesAndComesBack() {
        Growth growth = Growth.ofAll();
        growth.look(Map.of("sshd", 10L, "nginx", 5L));

        assertThat(growth.look(Map.of("nginx", 5L))).isEqualTo(15);
        assertThat(growth.look(Map.of("sshd", 11L, "nginx", 5L))).isEqualTo(16);
    }

    @Test
    void theTotalGrowsOnWhenOneBeginsAgain() {
        Growth growth = Growth.ofAll();
        growth.look(Map.of("sshd", 10L));

        assertThat(growth.look(Map.of("sshd", 3L))).isEqualTo(13);
    }
}
