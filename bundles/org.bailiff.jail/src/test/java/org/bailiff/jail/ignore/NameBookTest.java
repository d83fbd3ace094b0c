// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bailiff.text.Address;
import org.bailiff.text.HostEntry;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class NameBookTest {
    private static final Set<Address> ADDRESS = Set.of(Address.parse("192.0.2.7"));
    private static final Set<Address> ANOTHER = Set.of(Address.parse("192.0.2.8"));
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HandClock clock = new HandClock();
    private final Later threads = new Later();
    private final Map<String, Set<Address>> resolver = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Set<Address>> found = new ArrayList<>();
    private final NameBook book = new NameBook(this::addressesOf, clock, threads, LIMIT);

    private Set<Address> addressesOf(String name) throws IOException {
        asked.add(name);
        if (!resolver.containsKey(name)) {
            throw new IOException("nobody knows");
        }
        return resolver.get(name);
    }

    /** What is known after a look-up that is due has ended. */
    private Set<Address> settled(String name) {
        book.known(name);
        threads.run();
        return book.known(name);
    }

    @Test
    void whoAsksDoesNotWaitAndLearnsLater() {
        resolver.put("office", ADDRESS);

        assertThat(book.known("office")).isEmpty();
        assertThat(asked).isEmpty();
        threads.run();
        assertThat(book.known("office")).isEqualTo(ADDRESS);
    }

    @Test
    void aNameIsLookedUpOnceAMinuteHoweverOftenItIsAskedFor() {
        resolver.put("office", ADDRESS);
        settled("office");
        clock.pass(Duration.ofSeconds(59));
        settled("office");
        assertThat(asked).hasSize(1);

        resolver.put("office", ANOTHER);
        clock.pass(Duration.ofSeconds(1));

        assertThat(book.known("office")).as("until it has answered").isEqualTo(ADDRESS);
        assertThat(settled("office")).isEqualTo(ANOTHER);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aClockThatWasSetBackDoesNotKeepOldAnswersAlive() {
        resolver.put("office", ADDRESS);
        settled("office");

        clock.pass(Duration.ofDays(-1));
        resolver.put("office", ANOTHER);

        assertThat(settled("office")).isEqualTo(ANOTHER);
    }

    @Test
    void whatWasKnownStaysWhileALookUpFailsAndItIsTriedLessAndLessOften() {
        resolver.put("office", ADDRESS);
        settled("office");
        resolver.clear();
        clock.pass(Duration.ofMinutes(1));

        List<Integer> tries = new ArrayList<>();
        for (int second = 0; second < 160; second += 10) {
            int before = asked.size();
            assertThat(settled("office")).isEqualTo(ADDRESS);
            if (asked.size() > before) {
                tries.add(second);
            }
            clock.pass(Duration.ofSeconds(10));
        }

        assertThat(tries).containsExactly(0, 10, 30, 70, 150);
    }

    @Test
    void aLookUpThatTakesTooLongHasFailedAndHoldsUpNobody() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ExecutorService thread = BackgroundThreads.of("test", 1, 1);
        NameBook impatient = new NameBook(
                name -> {
                    await(never);
                    return ADDRESS;
                },
                clock,
                thread,
                Duration.ofMillis(20));
        CompletableFuture<Set<Address>> answer = new CompletableFuture<>();

        assertThat(impatient.find("slow", answer::complete)).isTrue();

        assertThat(answer.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(impatient.known("slow")).isEmpty();
        never.countDown();
        thread.shutdown();
        assertThat(thread.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(impatient.known("slow")).as("an answer that comes too late").isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void allWhoWaitForANameAreToldOfOneLookUpAndWhoComesLaterAtOnce() {
        resolver.put("pool", ADDRESS);

        book.find("pool", found::add);
        book.find("pool", found::add);
        assertThat(found).isEmpty();
        threads.run();
        book.find("pool", found::add);

        assertThat(found).containsExactly(ADDRESS, ADDRESS, ADDRESS);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoFindsANameThatFailsIsToldNoneAndNotWhatItWasBefore() {
        resolver.put("pool", ADDRESS);
        settled("pool");
        resolver.clear();
        clock.pass(Duration.ofMinutes(1));

        book.find("pool", found::add);
        threads.run();
        book.find("pool", found::add);

        assertThat(found).containsExactly(Set.of(), Set.of());
    }

    @Test
    void aNameWithManyAddressesIsNoWeapon() {
        resolver.put(
                "many",
                IntStream.range(0, 200)
                        .mapToObj(index -> Address.parse("192.0.2." + index))
                        .collect(Collectors.toSet()));

        assertThat(settled("many")).hasSize(16);
    }

    @Test
    void aFloodOfNamesIsBoundedAndLeavesNobodyWaitingForEver() {
        threads.room(2);
        book.find("one", found::add);
        book.find("two", found::add);

        assertThat(book.find("three", found::add)).as("a refusal is an answer").isTrue();
        assertThat(found).containsExactly(Set.of());
        int taken = 0;
        while (book.find("one", found::add)) {
            taken++;
        }
        assertThat(taken).isEqualTo(998);

        threads.run();
        assertThat(found).hasSize(1001);
        assertThat(book.find("one", found::add)).isTrue();
    }

    @Test
    void ofAThousandAndOneNamesTheOneNobodyAskedForLongestIsForgotten() {
        resolver.put("office", ADDRESS);
        settled("office");
        for (int number = 0; number < 1000; number++) {
            book.known("name" + number);
        }

        assertThat(book.known("office")).isEmpty();
    }

    @Test
    void anIgnoredNameSpeaksForItsAddressesUntilItExpires() {
        resolver.put("office", ADDRESS);
        IgnoredNames names = new IgnoredNames(
                List.of(new IgnoredNames.Named(HostEntry.parse("office@2026-11-23"), "ignoreip")), book, clock);
        Address address = ADDRESS.iterator().next();

        assertThat(names.reason(address, clock.instant()))
                .as("before the first answer")
                .isEmpty();
        threads.run();

        assertThat(names.reason(address, clock.instant())).contains("ignoreip office@2026-11-23T00:00:00Z (192.0.2.7)");
        assertThat(names.within(Network.parse("192.0.2.0/24"), clock.instant())).isPresent();
        assertThat(names.within(Network.parse("192.0.3.0/24"), clock.instant())).isEmpty();
        assertThat(names.reason(address, clock.instant().plusSeconds(86_400))).isEmpty();
    }

    @Test
    void anIgnoredNameIsLookedUpBeforeAnybodyFails() {
        resolver.put("office", ADDRESS);
        HostEntry office = HostEntry.parse("office");
        HostEntry expired = HostEntry.parse("former@2026-11-01");
        IgnoredNames names = new IgnoredNames(
                List.of(new IgnoredNames.Named(office, "ignoreip"), new IgnoredNames.Named(expired, "ignoreip")),
                book,
                clock);

        names.refresh();
        threads.run();

        assertThat(asked).containsExactly("office");
    }
}
