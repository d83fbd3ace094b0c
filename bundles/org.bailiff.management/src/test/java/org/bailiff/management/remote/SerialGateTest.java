// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.junit.jupiter.api.Test;

class SerialGateTest {
    private static final Caller VERA = new Caller("vera", "jmx-remote", Role.VIEWER, "127.0.0.1:4711");

    private final List<String> refused = new ArrayList<>();
    private final SerialGate gate =
            new SerialGate(SerialGate.CALLS, Optional.of(VERA), (type, reason) -> refused.add(type + " " + reason));

    @Test
    void arraysOfOneRequestCountTogether() {
        Intake intake = new Intake(new AtomicLong(), (user, sentence) -> {});
        intake.waiting();
        Seen half = new Seen(byte[].class, Intake.OF_A_USER / 2);

        assertThat(gate.checkInput(half)).isNotEqualTo(Status.REJECTED);
        assertThat(gate.checkInput(half)).isNotEqualTo(Status.REJECTED);
        assertThat(gate.checkInput(new Seen(Object[].class, 1))).isEqualTo(Status.REJECTED);
        assertThat(refused).singleElement().asString().startsWith("[Ljava.lang.Object; refused: more than 2097152");

        intake.answered();
        intake.waiting();
        assertThat(gate.checkInput(half)).isNotEqualTo(Status.REJECTED);
        intake.close();
    }

    @Test
    void theReasonTellsWhatIsWrong() {
        gate.checkInput(new Seen(StringBuilder.class, -1));
        gate.checkInput(new Seen(long[].class, SerialGate.LONGEST_ARRAY + 1));

        assertThat(refused)
                .containsExactly(
                        "java.lang.StringBuilder refused: an object of this class may not be sent",
                        "[J refused: too many or too large objects in one call");
    }

    /** What a stream tells about something that is the first in it. */
    private record Seen(Class<?> serialClass, long arrayLength) implements ObjectInputFilter.FilterInfo {
        @Override
        public long depth() {
            return 1;
        }

        @Override
        public long references() {
            return 1;
        }

        @Override
        public long streamBytes() {
            return 100;
        }
    }
}
