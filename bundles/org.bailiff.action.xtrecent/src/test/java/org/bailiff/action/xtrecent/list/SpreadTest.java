// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void listsOfAHundredAndLargeOnesAreEvenEnough() {
        assertThat(new Spread(1, 98).objection()).isEmpty();
        assertThat(new Spread(10, 98).objection()).isEmpty();
        assertThat(new Spread(1000, 98).objection()).isEmpty();
        assertThat(new Spread(4, 65_534).objection()).isEmpty();
    }

    @Test
    void manySmallListsAreTooUneven() {
        assertThat(new Spread(10, 18).objection()).isPresent();
        assertThat(new Spread(1000, 48).objection().orElseThrow())
                .startsWith("lists=1000: of 33600 bans, 70 % of what the lists have room for, the fullest list is"
                        + " expected to get 5")
                .contains("and has room for 48");
    }

    @Test
    void theHashIsAsEvenAsTheSentenceExpects() {
        RecentSettings settings = RecentSettings.of("sshd", Map.of("lists", "10"), false);
        int[] fill = new int[10];
        Random random = new Random(7);
        for (int ban = 0; ban < 686; ban++) {
            byte[] bytes = new byte[4];
            random.nextBytes(bytes);
            Network target = Network.single(Address.ofBytes(bytes));
            fill[settings.addresses().indexOf(settings.listOf(target).orElseThrow())]++;
        }

        assertThat(Arrays.stream(fill).max().orElseThrow()).isLessThanOrEqualTo(98);
    }
}
