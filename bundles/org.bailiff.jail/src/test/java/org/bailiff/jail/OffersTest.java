// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffersTest {
    private final Offers<String> offers = new Offers<>();

    @Test
    void theOneRankedHighestCountsAndOfEqualsTheFirst() {
        offers.add("library", "sshd", 0);
        offers.add("host", "sshd", 200);
        offers.add("another host", "sshd", 200);
        offers.add("other", "postfix", 300);

        assertThat(offers.find("sshd")).contains("host");
        assertThat(offers.find("dovecot")).isEmpty();
    }

    @Test
    void whenOneOfTwoGoesTheOtherIsStillThere() {
        offers.add("old", "file", 0);
        offers.add("new", "file", 0);

        offers.remove("new");
        assertThat(offers.find("file")).contains("old");
        offers.remove("old");
        assertThat(offers.find("file")).isEmpty();
    }
}
