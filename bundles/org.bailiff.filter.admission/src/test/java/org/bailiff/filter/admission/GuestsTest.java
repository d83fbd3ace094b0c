// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code of others, which may do anything. */
class GuestsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    /** One whose answers are as bad as its name and its files. */
    private record Guest(Supplier<String> called, Supplier<List<DefinitionFile>> written) implements FilterDefinition {
        @Override
        public String name() {
            return called.get();
        }

        @Override
        public String origin() {
            return "guest.jar";
        }

        @Override
        public List<DefinitionFile> files() {
            return written.get();
        }

        @Override
        public Optional<DefinitionFile> include(String fileName) {
            throw new IllegalStateException("no includes here");
        }
    }

    private static final List<DefinitionFile> FILES = List.of(new DefinitionFile("x.conf", "WORD"));

    private static <T> T fail() {
        throw new LinkageError("out of order");
    }

    private static String hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException released) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    @Test
    void oneThatAnswersIsAskedOnceAndKnownFromThenOn() {
        List<String> names = new ArrayList<>(List.of("web", "another"));
        FilterDefinition guest = new Guest(() -> names.remove(0), () -> FILES);
        Guests guests = new Guests(LONG);

        FilterDefinition known = guests.welcome(guest, "p").orElseThrow();

        assertThat(known.name()).isEqualTo("web");
        assertThat(known.name()).isEqualTo("web");
        assertThat(known.origin()).isEqualTo("guest.jar");
        assertThat(known.files()).isEqualTo(FILES);
        assertThat(known.include("y.conf")).isEmpty();
        assertThat(guests.leave(guest)).isSameAs(known);
        assertThat(guests.leave(guest)).isSameAs(guest);
    }

    @Test
    void oneThatThrowsOrAnswersNothingIsLeftOut() {
        for (FilterDefinition guest : List.of(
                new Guest(GuestsTest::fail, () -> FILES),
                new Guest(() -> null, () -> FILES),
                new Guest(() -> "web", GuestsTest::fail),
                new Guest(() -> "web", () -> null),
                new Guest(() -> "web", List::of))) {
            assertThat(new Guests(LONG).welcome(guest, "p")).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void oneThatHangsIsWaitedForOnlySoLong() {
        FilterDefinition guest = new Guest(GuestsTest::hang, () -> FILES);

        assertThat(new Guests(Duration.ofMillis(50)).welcome(guest, "p")).isEmpty();
    }
}
