// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.Failure;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedHostsTest {
    private static final Set<Address> BOTH = Set.of(Address.parse("192.0.2.7"), Address.parse("2001:db8::7"));

    private final HandClock clock = new HandClock();
    private final Later lookUps = new Later();
    private final Later thread = new Later();
    private final List<Failure> counted = new ArrayList<>();
    private final NameBook book = new NameBook(
            name -> {
                if (name.equals("nobody.example.org")) {
                    throw new IOException("no such name");
                }
                return BOTH;
            },
            clock,
            lookUps,
            Duration.ofSeconds(10));
    private final NamedHosts hosts = new NamedHosts("sshd", book, clock, thread::execute);

    private static Failure failure(String id, String host) {
        return new Failure(
                id,
                Optional.of(host),
                Address.tryParse(host),
                HandClock.NOON.minusSeconds(30),
                2,
                3,
                List.of("root"),
                Map.of("port", "22"),
                1);
    }

    private boolean take(Failure failure) {
        return hosts.take(failure, counted::add);
    }

    @ParameterizedTest
    @EnumSource(
            value = UseDns.class,
            names = {"YES", "WARN"})
    void eachAddressOfTheNameFailsAtTheLinesTimeOnTheJailsThread(UseDns use) {
        hosts.use(use);
        assertThat(take(failure("pool.example.org", "pool.example.org"))).isTrue();
        lookUps.run();
        assertThat(counted).isEmpty();
        thread.run();

        assertThat(counted).extracting(Failure::id).containsExactly("192.0.2.7", "2001:db8::7");
        assertThat(counted).allSatisfy(failure -> {
            assertThat(failure.host()).contains("pool.example.org");
            assertThat(failure.address()).contains(Address.parse(failure.id()));
            assertThat(failure.time()).isEqualTo(HandClock.NOON.minusSeconds(30));
            assertThat(failure.attempts()).isEqualTo(2);
            assertThat(failure.users()).containsExactly("root");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = UseDns.class,
            names = {"NO", "RAW"})
    void aJailThatDoesNotLookUpAsksNobody(UseDns use) {
        hosts.use(use);

        assertThat(take(failure("pool.example.org", "pool.example.org"))).isFalse();
        assertThat(lookUps.waiting()).isZero();
    }

    @Test
    void anAddressNeedsNoLookUp() {
        hosts.use(UseDns.YES);

        assertThat(take(failure("192.0.2.1", "192.0.2.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x.example.org", "a b", "a/b", "999.1.1.1", "<img>", "x\u0000y", "a:b"})
    void whatCannotBeANameIsNotAskedFor(String host) {
        hosts.use(UseDns.YES);

        assertThat(take(failure(host, host))).isFalse();
        assertThat(lookUps.waiting()).isZero();
    }

    @Test
    void aNameWithoutAddressesIsFoundAsItIs() {
        hosts.use(UseDns.YES);
        take(failure("nobody.example.org", "nobody.example.org"));
        lookUps.run();
        thread.run();

        assertThat(counted).singleElement().satisfies(failure -> assertThat(failure.address())
                .isEmpty());
    }

    @Test
    void anotherIdOfTheFiltersStaysTheId() {
        hosts.use(UseDns.YES);
        take(failure("session 7", "pool.example.org"));
        lookUps.run();
        thread.run();

        assertThat(counted).extracting(Failure::id).containsExactly("session 7", "session 7");
    }

    @Test
    void ofTooManyTheRestGoesTheWayOfNamesThatAreNotLookedUp() {
        hosts.use(UseDns.YES);
        int taken = 0;
        while (take(failure("pool.example.org", "pool.example.org"))) {
            taken++;
        }

        assertThat(taken).isEqualTo(1000);
    }
}
