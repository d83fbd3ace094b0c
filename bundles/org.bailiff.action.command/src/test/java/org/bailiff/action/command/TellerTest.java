// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.junit.jupiter.api.Test;

/** One action's way through starts, bans, failures and crashes, step by step. */
class TellerTest {
    private static final Map<String, String> COMMANDS = Map.of(
            "start", "/bin/x", "ban", "/bin/x", "unban", "/bin/x", "stop", "/bin/x", "rate", "1000/1s", "queue", "3");

    private final ManualTime time = new ManualTime();
    private final MemoryLines disk = new MemoryLines();
    private FakeRunner runner;
    private Errands errands;
    private Teller teller;

    TellerTest() throws InterruptedException {
        boot(List.of());
    }

    /** What happens at a start of the daemon; what ran before is gone, as by a kill. */
    private void boot(List<Ban> inForce) throws InterruptedException {
        runner = new FakeRunner();
        errands = new Errands(new Ledger(disk, time.times().steady()));
        errands.open();
        errands.room(3);
        teller = new Teller("sshd", errands, runner, time.times());
        teller.use(CommandSettings.of(COMMANDS));
        errands.start();
        errands.restore(inForce, time.now());
    }

    private Errands.Counts counts() {
        errands.publish();
        return errands.counts();
    }

    private String remark() {
        errands.publish();
        return teller.remark();
    }

    /** Makes steps, and lets the time between them pass, until there is nothing to do. */
    private List<String> work() throws InterruptedException {
        Optional<Duration> due = teller.step(() -> {});
        while (due.isPresent()) {
            time.pass(due.get());
            due = teller.step(() -> {});
        }
        return runner.told();
    }

    @Test
    void aBanAndItsEndAreToldOnceInOrder() throws Exception {
        errands.ban(Bans.of(1));
        errands.ban(Bans.of(1));
        errands.ban(Bans.of(2));
        errands.unban(Bans.of(1));
        errands.unban(Bans.of(1));
        errands.unban(Bans.of(9));

        assertThat(work()).containsExactly("start", "ban 192.0.2.1", "ban 192.0.2.2", "unban 192.0.2.1");
        assertThat(counts()).isEqualTo(new Errands.Counts(1, 0, 0, "", ""));
    }

    @Test
    void afterARestartNothingIsToldAgain() throws Exception {
        errands.ban(Bans.of(1));
        work();

        boot(List.of(Bans.of(1)));
        errands.ban(Bans.of(1));

        assertThat(work()).containsExactly("start");
        errands.unban(Bans.of(1));
        assertThat(work()).containsExactly("start", "unban 192.0.2.1");
    }

    @Test
    void whatWasNotToldBeforeAKillIsToldAfterIt() throws Exception {
        errands.ban(Bans.of(1));

        boot(List.of(Bans.of(1)));

        assertThat(work()).containsExactly("start", "ban 192.0.2.1");
    }

    @Test
    void aBanThatTheActionNeverHeardOfIsToldUnlessTheActionIsNew() throws Exception {
        errands.ban(Bans.of(1));
        work();

        boot(List.of(Bans.of(1), Bans.of(2)));
        assertThat(work()).containsExactly("start", "ban 192.0.2.2");

        disk.remove();
        boot(List.of(Bans.of(1), Bans.of(2)));
        assertThat(work()).containsExactly("start");
        errands.unban(Bans.of(1));
        assertThat(work()).containsExactly("start");
    }

    @Test
    void aNewActionStaysQuietOfWhatItFoundAfterTheNextRestartToo() throws Exception {
        disk.remove();
        boot(List.of(Bans.of(1)));
        work();

        boot(List.of(Bans.of(1)));

        assertThat(work()).containsExactly("start");
    }

    @Test
    void aBanThatEndedWhileTheDaemonWasDownIsToldToHaveEnded() throws Exception {
        errands.ban(Bans.of(1));
        work();
        time.pass(Bans.LENGTH);

        boot(List.of());
        errands.unban(Bans.of(1));

        assertThat(work()).containsExactly("start", "unban 192.0.2.1");
    }

    @Test
    void aBanThatWasNotToldAndEndedMeanwhileIsToldAndThenItsEnd() throws Exception {
        errands.ban(Bans.of(1));
        time.pass(Bans.LENGTH);

        boot(List.of());

        assertThat(work()).containsExactly("start", "ban 192.0.2.1", "unban 192.0.2.1");
    }

    @Test
    void aDecisionThatIsTakenAgainAfterACrashIsNotToldAgain() throws Exception {
        errands.ban(Bans.of(1));
        work();

        boot(List.of());
        teller.step(() -> {});
        time.pass(Errands.DOUBT.minusSeconds(1));
        errands.ban(Bans.of(1));

        assertThat(work()).containsExactly("start");
    }

    @Test
    void aBanThatIsNotDecidedAgainHasEnded() throws Exception {
        errands.ban(Bans.of(1));
        work();

        boot(List.of());

        assertThat(work()).containsExactly("start", "unban 192.0.2.1");
        assertThat(time.now()).isEqualTo(Bans.SINCE.plus(Errands.DOUBT));
    }

    @Test
    void aFailedCommandIsTriedAgainAndThenGivenUp() throws Exception {
        work();
        runner.outcome(Outcome.failed("it ended with exit code 1"));
        errands.ban(Bans.of(1));
        assertThat(teller.step(() -> {})).contains(Duration.ZERO);
        assertThat(teller.step(() -> {})).contains(Duration.ofSeconds(1));
        assertThat(remark())
                .isEqualTo(
                        "bans are in force, and command does not tell them as it should: /bin/x for ban of 192.0.2.1: it"
                                + " ended with exit code 1");

        assertThat(work()).containsExactly("start", "ban 192.0.2.1", "ban 192.0.2.1", "ban 192.0.2.1", "ban 192.0.2.1");
        assertThat(time.now()).isEqualTo(Bans.SINCE.plusSeconds(1 + 2 + 4));
        assertThat(teller.tally().totals(0).errors()).isEqualTo(4);

        runner.outcome(Outcome.DONE);
        errands.unban(Bans.of(1));
        errands.ban(Bans.of(2));
        assertThat(work()).endsWith("ban 192.0.2.1", "ban 192.0.2.2");
        assertThat(remark()).isEmpty();
    }

    @Test
    void aReasonNamesTheActionAndChangesOnlyWhenSomethingDoes() throws Exception {
        teller.use(CommandSettings.of(Map.of("ban", "/bin/x", "name", "slow")));
        work();
        runner.outcome(Outcome.failed("no"));
        errands.ban(Bans.of(1));
        teller.step(() -> {});
        String reason = remark();
        assertThat(reason).contains("command:slow does not tell them").contains("/bin/x for ban of 192.0.2.1: no");

        time.pass(Duration.ofMillis(700));
        errands.ban(Bans.of(2));

        assertThat(remark()).isEqualTo(reason);
        work();
        assertThat(remark()).contains("/bin/x for ban of 192.0.2.2: no (2 given up)");
    }

    @Test
    void whatTheFileLostIsInTheRemarkUntilTheNextStart() throws Exception {
        errands.ban(Bans.of(1));
        work();
        disk.append("damage");

        boot(List.of(Bans.of(1)));
        work();
        assertThat(remark()).startsWith("memory is damaged: 1 of its lines");

        boot(List.of(Bans.of(1)));
        assertThat(remark()).isEmpty();
    }

    @Test
    void whatWasGivenUpIsNotToldAfterARestart() throws Exception {
        work();
        runner.outcome(Outcome.failed("no"));
        errands.ban(Bans.of(1));
        work();

        boot(List.of(Bans.of(1)));

        assertThat(work()).containsExactly("start");
    }

    @Test
    void ofTooManyTheOldestBansAreDroppedAndCounted() throws Exception {
        work();
        for (int number = 1; number <= 5; number++) {
            errands.ban(Bans.of(number));
        }
        errands.unban(Bans.of(1));
        assertThat(remark()).startsWith("command did not tell some bans, because more than 3 were waiting;");

        assertThat(work()).containsExactly("start", "ban 192.0.2.3", "ban 192.0.2.4", "ban 192.0.2.5");
        assertThat(counts()).isEqualTo(new Errands.Counts(3, 0, 2, "", ""));
        assertThat(remark()).isEmpty();
    }

    @Test
    void aBanThatEndedBeforeItWasDroppedHasNoEndToTell() throws Exception {
        work();
        errands.ban(Bans.of(1));
        errands.unban(Bans.of(1));
        for (int number = 2; number <= 4; number++) {
            errands.ban(Bans.of(number));
        }

        assertThat(work()).containsExactly("start", "ban 192.0.2.2", "ban 192.0.2.3", "ban 192.0.2.4");
    }

    @Test
    void severalCommandsOfAnEventAreRunInOrderAndOnlyTheFailedOneAgain() throws Exception {
        teller.use(CommandSettings.of(Map.of("ban", "/bin/a\n/bin/b", "rate", "1000/1s")));
        work();
        errands.ban(Bans.of(1));
        teller.step(() -> {});
        runner.outcome(Outcome.failed("no"));
        teller.step(() -> {});
        runner.outcome(Outcome.DONE);

        assertThat(work()).hasSize(3);
        assertThat(counts().told()).isEqualTo(1);
    }

    @Test
    void aFullDiskChangesNothingButIsSaid() throws Exception {
        work();
        disk.fail("No space left on device");
        errands.ban(Bans.of(1));
        errands.ban(Bans.of(2));
        assertThat(work()).containsExactly("start", "ban 192.0.2.1", "ban 192.0.2.2");
        assertThat(remark())
                .isEqualTo("what command told is not kept, and after a crash may be told again: No space left on"
                        + " device");

        disk.fail("");
        time.pass(Duration.ofSeconds(10));
        teller.step(() -> {});

        assertThat(remark()).isEmpty();
        boot(List.of(Bans.of(1), Bans.of(2)));
        assertThat(work()).containsExactly("start");
    }

    @Test
    void anActionThatIsTakenAwayTellsTheEndOfWhatItTold() throws Exception {
        errands.ban(Bans.of(1));
        work();
        errands.ban(Bans.of(2));

        errands.release();

        assertThat(work()).containsExactly("start", "ban 192.0.2.1", "unban 192.0.2.1", "stop");
    }
}
