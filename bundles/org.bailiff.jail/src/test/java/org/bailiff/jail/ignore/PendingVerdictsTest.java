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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

class PendingVerdictsTest {
    private static final Address OURS = Address.parse("192.0.2.7");
    private static final Address OTHER = Address.parse("198.51.100.7");
    private static final Address SLOW = Address.parse("203.0.113.7");

    private final HandClock clock = new HandClock();
    private final Later programs = new Later();
    private final Later thread = new Later();
    private final List<String> run = new ArrayList<>();
    private final List<Address> reconsidered = new ArrayList<>();
    private final IgnoreCommands commands = new IgnoreCommands(this::run, clock, programs, 2);
    private final PendingVerdicts verdicts = new PendingVerdicts(commands, thread::execute, reconsidered::add);
    private IgnoreCommand command = command("max-time=5m");

    private static IgnoreCommand command(String cache) {
        return IgnoreCommand.parse("/bin/ours <ip>", IgnoreCache.parse(cache));
    }

    private int run(List<String> arguments) throws IOException {
        run.add(arguments.get(1));
        if (arguments.get(1).equals(SLOW.toString())) {
            throw new IOException("it did not end within 10 s");
        }
        return arguments.get(1).equals(OURS.toString()) ? 0 : 1;
    }

    private Optional<Boolean> verdict(Address address) {
        return verdicts.verdict(command, address);
    }

    @Test
    void theAnswerComesToTheJailsThreadAndCountsThen() {
        assertThat(verdict(OURS)).isEmpty();
        assertThat(run).isEmpty();

        programs.run();
        assertThat(verdict(OURS)).as("not before the jail's thread has it").isEmpty();
        assertThat(reconsidered).isEmpty();
        thread.run();

        assertThat(reconsidered).containsExactly(OURS);
        assertThat(verdict(OURS)).contains(true);
    }

    @Test
    void whoeverItDoesNotKnowIsNotIgnored() {
        verdict(OTHER);
        programs.run();
        thread.run();

        assertThat(verdict(OTHER)).contains(false);
    }

    @Test
    void aCommandThatFailsOrTakesTooLongIgnoresNobody() {
        verdict(SLOW);
        programs.run();
        thread.run();

        assertThat(verdict(SLOW)).contains(false);
        assertThat(reconsidered).containsExactly(SLOW);
    }

    @Test
    void aFaultWhileItIsAskedIsAnAnswerToo() {
        IgnoreCommands faulty = new IgnoreCommands(
                arguments -> {
                    throw new IllegalStateException("a fault");
                },
                clock,
                programs,
                2);
        List<Boolean> answers = new ArrayList<>();

        faulty.ask(command, OURS, answers::add);
        programs.run();

        assertThat(answers).containsExactly(false);
    }

    @Test
    void anAddressIsAskedForOnceHoweverOftenItFailsMeanwhile() {
        verdict(OURS);
        verdict(OURS);
        verdict(OURS);
        programs.run();

        assertThat(run).hasSize(1);
    }

    @Test
    void answersCountForAWhileAndNoLonger() {
        verdict(OURS);
        programs.run();
        thread.run();
        verdicts.forget(OURS);

        clock.pass(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(verdict(OURS)).contains(true);
        clock.pass(Duration.ofSeconds(1));
        assertThat(verdict(OURS)).isEmpty();
    }

    @Test
    void withoutACacheAnAnswerCountsForTheBanThatWaitsForIt() {
        command = command("max-count=0");
        verdict(OURS);
        programs.run();
        thread.run();

        assertThat(verdict(OURS)).contains(true);
        assertThat(verdict(OURS)).as("while the ban waits for something else").contains(true);
        verdicts.forget(OURS);
        assertThat(verdict(OURS)).isEmpty();
    }

    @Test
    void ofMoreAddressesThanAreKeptTheOldestAnswerGoes() {
        command = command("max-count=1");
        verdict(OURS);
        verdict(OTHER);
        programs.run();
        thread.run();

        assertThat(commands.known(command, OTHER)).contains(false);
        assertThat(commands.known(command, OURS)).isEmpty();
    }

    @Test
    void whoFindsNoRoomIsAskedForWhenHeIsThoughtOfAgain() {
        verdict(OTHER);
        verdict(SLOW);
        assertThat(verdict(OURS)).isEmpty();
        programs.run();
        assertThat(run).containsExactly(OTHER.toString(), SLOW.toString());

        assertThat(verdict(OURS)).isEmpty();
        programs.run();
        thread.run();

        assertThat(verdict(OURS)).contains(true);
    }

    @Test
    void aCommandThatHangsHoldsUpNoOthersAnswer() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        try (IgnoreServices services = new IgnoreServices(Set::of, clock, outside(hanging))) {
            IgnoreCommand hangs = IgnoreCommand.parse("/bin/hangs <ip>", IgnoreCache.DEFAULT);
            for (int number = 1; number < 250; number++) {
                services.commands().ask(hangs, Address.parse("192.0.2." + number), ignored -> {});
            }

            assertThat(services.commands().ask(command, OURS, ignored -> answered.countDown()))
                    .isTrue();

            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            hanging.countDown();
        }
    }

    private static IgnoreServices.Outside outside(CountDownLatch hanging) {
        return new IgnoreServices.Outside(
                name -> Set.of(),
                arguments -> {
                    if (arguments.get(0).equals("/bin/hangs")) {
                        hanging.await();
                    }
                    return 0;
                },
                Map::of,
                Map::of);
    }

    @Test
    void anAnswerOfACommandThatWasReplacedIsNotTheNewOnes() {
        verdict(OURS);
        command = IgnoreCommand.parse("/bin/others <ip>", IgnoreCache.DEFAULT);
        verdict(OURS);
        programs.run();
        thread.run();

        assertThat(reconsidered).as("once, for the one in force").containsExactly(OURS);
        assertThat(run).hasSize(2);
    }

    @Test
    void anEndingProcessAnswersNothing() {
        IgnoreCommands ending = new IgnoreCommands(
                arguments -> {
                    throw new InterruptedException();
                },
                clock,
                programs,
                2);
        List<Boolean> answers = new ArrayList<>();

        ending.ask(command, OURS, answers::add);
        programs.run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(answers).isEmpty();
        assertThat(ending.known(command, OURS)).isEmpty();
    }
}
