// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Actions that come, go and come back, with their threads. */
@Timeout(30)
class DeskTest {
    private static final CommandSettings SETTINGS = CommandSettings.of(
            Map.of("start", "/bin/x", "ban", "/bin/x", "unban", "/bin/x", "stop", "/bin/x", "rate", "1000/1s"));

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final NoListener listener = new NoListener();
    private final FakeRunner fake = new FakeRunner();
    private Runner runner = fake;
    private Desks desks;

    private CommandAction action() {
        return action(SETTINGS);
    }

    private CommandAction action(CommandSettings settings) {
        if (desks == null) {
            desks = new Desks(
                    Optional.of(folder.resolve("commands")),
                    (words, errand, timeout, meanwhile) -> runner.run(words, errand, timeout, meanwhile),
                    time.times());
        }
        return new CommandAction(desks.join("sshd", settings, listener));
    }

    @Test
    void severalActionsOfAJailAreToldApart() {
        CommandAction usual = action();
        CommandAction slow = action(CommandSettings.of(Map.of("ban", "/bin/x", "name", "slow")));

        assertThat(usual.status().name()).isEqualTo("command");
        assertThat(slow.status().name()).isEqualTo("command:slow");
        assertThat(slow.prove(Bans.of(1).target()))
                .isEqualTo(Proof.of("command:slow", false, "no command was run for it"));
    }

    @AfterEach
    void end() {
        desks.close();
    }

    private void awaitTold(String... told) {
        await(() -> fake.told().equals(List.of(told)));
        assertThat(fake.told()).containsExactly(told);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aBanWaitsForNoCommand() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        runner = (words, errand, timeout, meanwhile) -> {
            begun.countDown();
            hanging.await();
            return fake.run(words, errand, timeout, meanwhile);
        };
        CommandAction action = action();
        action.restore(List.of());
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(action.ban(Bans.of(1))).isEqualTo(Enforcement.IN_FORCE);
        assertThat(action.status().entries()).isEqualTo(new ActionStatus.Entries(0, 2, -1, 0, 0));
        assertThat(action.prove(Bans.of(1).target()))
                .isEqualTo(Proof.of("command", false, "no command was run for it"));

        hanging.countDown();
        awaitTold("start", "ban 192.0.2.1");
        await(() -> action.status().entries().pending() == 0);
        assertThat(action.status().entries()).isEqualTo(new ActionStatus.Entries(1, 0, -1, 0, 0));
        assertThat(action.prove(Bans.of(1).target())).isEqualTo(Proof.of("command", true, "the command was run"));
    }

    @Test
    void anActionThatIsConfiguredAnewGoesOnWhereTheOtherWas() {
        CommandAction before = action();
        before.restore(List.of());
        before.ban(Bans.of(1));
        awaitTold("start", "ban 192.0.2.1");

        before.stop(true);
        CommandAction after = action();
        after.restore(List.of(Bans.of(1)));
        time.pass(Desk.ABSENCE);
        after.ban(Bans.of(2));

        awaitTold("start", "ban 192.0.2.1", "ban 192.0.2.2");
    }

    @Test
    void anActionThatIsTakenAwayEndsWhatItTold() {
        CommandAction action = action();
        action.restore(List.of());
        action.ban(Bans.of(1));
        awaitTold("start", "ban 192.0.2.1");

        time.pass(Duration.ofSeconds(1));
        action.stop(true);
        time.pass(Desk.ABSENCE);

        awaitTold("start", "ban 192.0.2.1", "unban 192.0.2.1", "stop");
        await(() -> Files.notExists(folder.resolve("commands/sshd~command.log")));
        assertThat(folder.resolve("commands/sshd~command.log")).doesNotExist();
    }

    @Test
    void aDaemonThatStopsEndsNothing() {
        CommandAction action = action();
        action.restore(List.of());
        action.ban(Bans.of(1));
        awaitTold("start", "ban 192.0.2.1");
        await(() -> action.status().entries().pending() == 0);

        action.stop(false);
        desks.close();
        desks = null;
        action().restore(List.of(Bans.of(1)));

        awaitTold("start", "ban 192.0.2.1", "start");
    }

    @Test
    void twoActionsOfAJailHaveTwoNames() {
        action();

        assertThatThrownBy(this::action)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the jail has two actions command[name=command]; give each a name of its own");
    }

    @Test
    void aFailureIsAReasonAndNoStateThatAJailWaitsFor() {
        fake.outcome(Outcome.failed("it ended with exit code 1"));
        CommandAction action = action();
        action.restore(List.of());

        await(() -> !listener.reasons().isEmpty());

        assertThat(action.status().state()).isEqualTo(ActionStatus.State.READY);
        assertThat(listener.reasons().get(0)).contains("/bin/x for start: it ended with exit code 1");
    }

    @Test
    void aCommandThatRunsIsBrokenOffWhenTheDaemonStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch broken = new CountDownLatch(1);
        runner = (words, errand, timeout, meanwhile) -> {
            begun.countDown();
            try {
                return Outcome.failed("" + new CountDownLatch(1).await(20, TimeUnit.SECONDS));
            } finally {
                broken.countDown();
            }
        };
        time.pass(Duration.ofSeconds(1));
        CommandAction action = action();
        action.restore(List.of());
        action.ban(Bans.of(1));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        Thread clock = new Thread(() -> time.pass(Duration.ofSeconds(2)));
        clock.start();
        desks.close();

        assertThat(broken.await(10, TimeUnit.SECONDS)).isTrue();
        runner = fake;
        desks = null;
        action().restore(List.of(Bans.of(1)));
        awaitTold("start", "ban 192.0.2.1");
    }
}
