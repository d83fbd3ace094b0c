// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Caller ADA = new Caller("ada", "jmx-remote", Role.ADMINISTRATOR, "127.0.0.1:4711");

    private final AtomicLong shared = new AtomicLong();
    private final List<String> refused = new ArrayList<>();

    @Test
    void eachRequestIsAStrangersUntilItsUserIsKnown() throws IOException {
        Intake intake = intake();
        intake.waiting();
        intake.read(Intake.OF_A_STRANGER);
        intake.welcome(ADA);
        intake.read(Intake.OF_A_USER - Intake.OF_A_STRANGER);
        intake.answered();

        intake.waiting();
        intake.read(Intake.OF_A_STRANGER);
        assertThatThrownBy(() -> intake.read(1)).isInstanceOf(IOException.class);
        assertThat(refused).hasSize(1).first().asString().startsWith("nobody refused: more than 16384 bytes");
    }

    @Test
    void readingOnFreesNothingBeforeThereWasAnAnswer() throws IOException {
        Intake intake = intake();
        intake.waiting();
        intake.read(Intake.OF_A_STRANGER);
        intake.waiting();

        assertThatThrownBy(() -> intake.read(1)).isInstanceOf(IOException.class);
    }

    @Test
    void whatAnAnsweredRequestHoldsIsHeldUntilItsThreadIsBack() throws IOException {
        Intake intake = intake();
        intake.welcome(ADA);
        intake.read(Intake.OF_A_USER);
        intake.answered();
        assertThat(shared).hasValue(Intake.OF_A_USER - Intake.OF_A_STRANGER);

        intake.waiting();
        assertThat(shared).hasValue(0);
    }

    @Test
    void allTogetherHoldNoMoreThanAllMay() throws IOException {
        List<Intake> several = List.of(intake(), intake(), intake());
        for (Intake intake : several) {
            intake.welcome(ADA);
        }
        several.get(0).read(Intake.OF_A_USER);
        several.get(1).read(Intake.OF_A_USER);
        assertThat(several.get(2).take(Intake.OF_A_USER)).isPresent();
        assertThatThrownBy(() -> several.get(2).read(0)).isInstanceOf(IOException.class);
        assertThat(refused).containsExactly("ada refused: all connections together send too much at once");

        Intake stranger = intake();
        shared.set(Intake.OF_ALL + 1);
        stranger.read(Intake.OF_A_STRANGER);
        shared.set(2 * (Intake.OF_A_USER - Intake.OF_A_STRANGER));

        several.forEach(Intake::close);
        assertThat(shared).hasValue(0);
    }

    private Intake intake() {
        return new Intake(
                shared,
                (user, sentence) -> refused.add(user.map(Caller::principal).orElse("nobody") + " " + sentence));
    }
}
