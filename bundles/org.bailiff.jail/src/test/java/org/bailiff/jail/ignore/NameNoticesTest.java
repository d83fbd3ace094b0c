// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

class NameNoticesTest {
    private static final Set<Address> BOTH = Set.of(Address.parse("2001:db8::7"), Address.parse("192.0.2.7"));

    private final HandClock clock = new HandClock();
    private final NameNotices notices = new NameNotices(clock);

    @Test
    void whatBecomesOfANameIsSaidAsItIs() {
        assertThat(notices.of("pool.example.org", BOTH))
                .contains("the log names pool.example.org and no address; its failures count for what the name means"
                        + " now, whoever it meant then: 192.0.2.7, 2001:db8::7");
        assertThat(notices.of("nobody.example.org", Set.of()))
                .contains("the log names nobody.example.org and no address; none was found for it, so nobody can be"
                        + " banned for its failures");
    }

    @Test
    void ofANameItIsSaidOnceInTenMinutes() {
        assertThat(notices.of("a.example.org", BOTH)).isPresent();
        assertThat(notices.of("a.example.org", BOTH)).isEmpty();
        assertThat(notices.of("b.example.org", BOTH)).isPresent();

        clock.pass(Duration.ofMinutes(10));

        assertThat(notices.of("a.example.org", BOTH)).isPresent();
    }

    @Test
    void ofAFloodOfNamesOnlyTheFirstAreSaid() {
        for (int number = 0; number < 100; number++) {
            assertThat(notices.of("n" + number, Set.of())).isPresent();
        }

        assertThat(notices.of("n100", Set.of())).isEmpty();
    }
}
