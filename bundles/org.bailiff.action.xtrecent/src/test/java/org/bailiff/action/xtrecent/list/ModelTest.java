// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random scripts of bans, failures and events, compared with a model. A script that failed is told by its seed; the system
 * property {@code bailiff.seed} names the first one.
 */
class ModelTest {
    private static final long FIRST = Long.getLong("bailiff.seed", 1);
    private static final int FEW = 20;
    private static final int MANY = 5_000;
    private static final int ENOUGH = 40;

    @Test
    void whateverHappensTheListIsAsTheJailsWantIt() {
        LongStream.range(FIRST, FIRST + FEW).forEach(ModelTest::run);
    }

    @Test
    @Tag("long")
    void whateverHappensForLongTheListIsAsTheJailsWantIt() {
        LongStream.range(FIRST, FIRST + MANY).forEach(ModelTest::run);
    }

    private static void run(long seed) {
        failure(seed, BuiltInFault.NONE).ifPresent(failure -> {
            throw failure;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "SKIPPED_RENEWAL, was not renewed",
        "IGNORED_FAILURE, 'was answered to be in force, and is not'",
        "FLUSH_TAKEN_FOR_DELISTING, 'told as delisted, and nobody took it out'",
        "UNSEEN_EVICTION, 'told as delisted, and nobody took it out'",
        "TWO_ADDRESSES_IN_ONE_WRITE, 'was answered to be in force, and is not'"
    })
    void everyFaultThatIsBuiltInIsCaught(BuiltInFault fault, String rule) {
        Optional<AssertionError> caught = LongStream.range(1, 1 + ENOUGH)
                .mapToObj(seed -> failure(seed, fault))
                .flatMap(Optional::stream)
                .filter(failure -> failure.getMessage().contains(rule))
                .findFirst();

        assertThat(caught).isPresent();
    }

    private static Optional<AssertionError> failure(long seed, BuiltInFault fault) {
        RandomScript script = new RandomScript(seed, fault);
        try {
            script.run();
            return Optional.empty();
        } catch (AssertionError | RuntimeException wrong) {
            return Optional.of(new AssertionError(
                    "-Dbailiff.seed=" + seed + ": " + wrong.getMessage() + "; " + script.history(), wrong));
        }
    }
}
