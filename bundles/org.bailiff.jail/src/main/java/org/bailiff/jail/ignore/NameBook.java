// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses of names as far as they are known, looked up in the background: who asks never waits. What was known
 * stays known while a look-up fails. Bounded, in names, in addresses of each, and in who waits for them. Thread-safe;
 * {@code this} guards the pages.
 */
public final class NameBook {
    private static final Logger LOG = LoggerFactory.getLogger(NameBook.class);
    private static final Duration VALID = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 8;
    private static final int MOST_NAMES = 1000;
    private static final int MOST_WAITING = 1000;
    /** Whoever owns a name chooses its addresses: many of them would be a weapon. */
    private static final int MOST_ADDRESSES = 16;

    private final NameLookup lookup;
    private final InstantSource clock;
    private final Executor threads;
    private final Duration limit;
    private int waiting;

    private final Map<String, Page> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Page> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /** What is known of a name. */
    private static final class Page {
        private final List<Consumer<Set<Address>>> waiting = new ArrayList<>();
        private Set<Address> addresses = Set.of();
        private Instant asked = Instant.MIN;
        private Duration pause = Duration.ZERO;
        private int failures;
        private boolean asking;
        private boolean watched;

        /** A clock that was set back makes what is known look as if it came from the future: ask again then, too. */
        boolean isDue(Instant now) {
            return !asking && (now.isBefore(asked) || !now.isBefore(asked.plus(pause)));
        }
    }

    /**
     * What becomes of who asks.
     *
     * @param taken whether he gets an answer
     * @param lately the answer; empty if it comes later
     */
    private record Turn(boolean taken, Optional<Set<Address>> lately) {}

    /**
     * @param threads that look up
     * @param limit after which a look-up has failed; its thread comes back when the resolver gives up
     */
    NameBook(NameLookup lookup, InstantSource clock, Executor threads, Duration limit) {
        this.lookup = lookup;
        this.clock = clock;
        this.threads = threads;
        this.limit = limit;
    }

    /** What is known at this moment; empty before the first answer. Has it looked up if it is not known, or old. */
    public Set<Address> known(String name) {
        Page page = page(name);
        if (begin(page, true)) {
            lookUp(name, page);
        }
        synchronized (this) {
            return page.addresses;
        }
    }

    /**
     * Has a name looked up, unless it was lately.
     *
     * @param then gets the addresses, none if it has none or that cannot be said; at once, or later from another thread
     * @return whether it will; not if too many wait
     */
    public boolean find(String name, Consumer<Set<Address>> then) {
        Page page = page(name);
        boolean begins = begin(page, false);
        Turn turn = turn(page, then);
        if (begins) {
            lookUp(name, page);
        }
        turn.lately().ifPresent(then);
        return turn.taken();
    }

    private synchronized Page page(String name) {
        return pages.computeIfAbsent(name, unknown -> new Page());
    }

    /** Whether a look-up is due; then it counts as begun. */
    private synchronized boolean begin(Page page, boolean watched) {
        page.watched |= watched;
        boolean due = page.isDue(clock.instant());
        page.asking |= due;
        return due;
    }

    private synchronized Turn turn(Page page, Consumer<Set<Address>> then) {
        if (!page.asking) {
            return new Turn(true, Optional.of(page.failures == 0 ? page.addresses : Set.of()));
        }
        boolean taken = waiting < MOST_WAITING;
        if (taken) {
            page.waiting.add(then);
            waiting++;
        }
        return new Turn(taken, Optional.empty());
    }

    private void lookUp(String name, Page page) {
        try {
            CompletableFuture.supplyAsync(() -> ask(name), threads)
                    .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((found, failed) -> answered(name, page, found, failed));
        } catch (RejectedExecutionException full) {
            answered(name, page, null, full);
        }
    }

    private Set<Address> ask(String name) {
        try {
            return lookup.addressesOf(name).stream().limit(MOST_ADDRESSES).collect(Collectors.toUnmodifiableSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void answered(String name, Page page, Set<Address> found, Throwable failed) {
        List<Consumer<Set<Address>>> told = failed == null ? note(page, found) : noteFailure(name, page);
        told.forEach(each -> each.accept(failed == null ? found : Set.of()));
    }

    private synchronized List<Consumer<Set<Address>>> note(Page page, Set<Address> found) {
        page.addresses = found;
        page.failures = 0;
        return end(page, VALID);
    }

    private synchronized List<Consumer<Set<Address>>> noteFailure(String name, Page page) {
        page.failures++;
        // Once, until it works again; and names out of logs are not worth a word, whoever wrote them there.
        if (page.watched && page.failures == 1) {
            LOG.warn(
                    "{} cannot be looked up, and is tried again less and less often; its addresses until then: {}",
                    SafeText.of(name, 80),
                    page.addresses.isEmpty() ? "none" : page.addresses);
        }
        return end(page, FIRST_PAUSE.multipliedBy(1L << Math.min(page.failures - 1, MOST_DOUBLINGS)));
    }

    /** Those who waited. */
    private List<Consumer<Set<Address>>> end(Page page, Duration pause) {
        page.asking = false;
        page.asked = clock.instant();
        page.pause = pause;
        List<Consumer<Set<Address>>> told = List.copyOf(page.waiting);
        waiting -= told.size();
        page.waiting.clear();
        return told;
    }
}
