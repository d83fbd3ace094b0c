// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** How an address fails; the times are microseconds from its first failure. */
enum Conduct {
    /** So many within find time that it is banned. */
    GUILTY {
        @Override
        LongStream times(Random random) {
            return within(random, Suspect.MAX_RETRY);
        }
    },
    /** The last one just so within find time, whose ends are included. */
    GUILTY_AT_THE_LAST_MOMENT {
        @Override
        LongStream times(Random random) {
            return LongStream.concat(within(random, Suspect.MAX_RETRY - 1), LongStream.of(FIND_TIME));
        }
    },
    /** After a failure that is too old to count with the others. */
    GUILTY_LATER {
        @Override
        LongStream times(Random random) {
            return LongStream.concat(
                    LongStream.of(0), within(random, Suspect.MAX_RETRY).map(time -> time + FIND_TIME / 2));
        }
    },
    /** It goes on failing although it is banned. */
    GUILTY_AND_UNTIRING {
        @Override
        LongStream times(Random random) {
            return within(random, Suspect.MAX_RETRY + 2);
        }
    },
    /** One too few. */
    ONE_TOO_FEW {
        @Override
        LongStream times(Random random) {
            return within(random, Suspect.MAX_RETRY - 1);
        }
    },
    /** As many, but the first is a microsecond too old. */
    JUST_TOO_LATE {
        @Override
        LongStream times(Random random) {
            return LongStream.concat(within(random, Suspect.MAX_RETRY - 1), LongStream.of(FIND_TIME + 1));
        }
    },
    /** Many, and never enough of them together. */
    SLOW {
        @Override
        LongStream times(Random random) {
            long gap = FIND_TIME / (Suspect.MAX_RETRY - 1) + 1;
            return LongStream.range(0, Suspect.MAX_RETRY + 2).map(number -> number * gap);
        }
    };

    static final List<Conduct> OF_THE_GUILTY =
            List.of(GUILTY, GUILTY_AT_THE_LAST_MOMENT, GUILTY_LATER, GUILTY_AND_UNTIRING);
    static final List<Conduct> OF_THE_ALMOST_GUILTY = List.of(ONE_TOO_FEW, JUST_TOO_LATE, SLOW);
    /** How long the longest takes. */
    static final Duration LONGEST = Suspect.FIND_TIME.multipliedBy(2);

    private static final long FIND_TIME = Suspect.FIND_TIME.toNanos() / 1000;

    abstract LongStream times(Random random);

    /** So many different times within find time, ordered; the first is 0. */
    private static LongStream within(Random random, int count) {
        return LongStream.concat(
                LongStream.of(0),
                random.longs(1, FIND_TIME).distinct().limit(count - 1).sorted());
    }
}
