// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the commands that say whether an address is ignored, in the background, and keeps their answers for a while. A
 * command that fails or takes too long has not said so: the address is not ignored. Thread-safe; {@code this} guards the
 * answers.
 */
public final class IgnoreCommands {
    private static final Logger LOG = LoggerFactory.getLogger(IgnoreCommands.class);
    /** So many of one command line run at once: one that hangs must leave threads for the others. */
    private static final int SHARE = 2;
    /** Answers of commands that are not asked any more need not be kept. */
    private static final int MOST_COMMANDS = 100;

    private final ProgramRunner runner;
    private final InstantSource clock;
    /** By command line. */
    private final FairShares shares;

    private final Map<IgnoreCommand, Map<Address, Answer>> answers = newest(MOST_COMMANDS);

    private record Answer(boolean ignored, Instant at) {}

    /**
     * @param threads that wait for the programs; as many run at once; they refuse work only when they end
     * @param most how many questions of one command line are taken at once, with those that wait
     */
    IgnoreCommands(ProgramRunner runner, InstantSource clock, Executor threads, int most) {
        this.runner = runner;
        this.clock = clock;
        this.shares = new FairShares(threads, SHARE, most);
    }

    private static <K, V> Map<K, V> newest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What the command has said of the address lately; empty if nothing. */
    public synchronized Optional<Boolean> known(IgnoreCommand command, Address address) {
        Instant now = clock.instant();
        return Optional.ofNullable(answers.get(command))
                .flatMap(said -> Optional.ofNullable(said.get(address)))
                .filter(answer -> !now.isBefore(answer.at())
                        && now.isBefore(answer.at().plus(command.cache().maxTime())))
                .map(Answer::ignored);
    }

    /**
     * Asks.
     *
     * @param then gets whether the address is ignored, from another thread; not if that ends before
     * @return whether it will; not while too many wait for the same command line
     */
    public boolean ask(IgnoreCommand command, Address address, Consumer<Boolean> then) {
        return shares.execute(command.words(), () -> answer(command, address).ifPresent(then));
    }

    /** Empty if this process is ending: the next one asks again. */
    private Optional<Boolean> answer(IgnoreCommand command, Address address) {
        // While this one waited, its answer may have come for another jail.
        Optional<Boolean> known = known(command, address);
        if (known.isPresent()) {
            return known;
        }
        try {
            boolean ignored = runner.run(command.argumentsFor(address)) == 0;
            keep(command, address, ignored);
            return Optional.of(ignored);
        } catch (IOException | RuntimeException failed) {
            LOG.warn(
                    "ignorecommand {} {}: {}; the address is not ignored",
                    command.words().get(0),
                    address,
                    SafeText.of(String.valueOf(failed.getMessage()), 200));
            keep(command, address, false);
            return Optional.of(false);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized void keep(IgnoreCommand command, Address address, boolean ignored) {
        if (command.cache().maxCount() > 0) {
            answers.computeIfAbsent(command, unknown -> newest(command.cache().maxCount()))
                    .put(address, new Answer(ignored, clock.instant()));
        }
    }
}
