// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.junit.jupiter.api.Test;

/**
 * Kills the daemon at each write of the ledger, in its middle, and starts it again: every ban is told at least once, twice at
 * most where the kill came between the command and the note of it, and its end once it was told, never before.
 */
class CrashPointsTest {
    private static final int BANS = 4;
    private static final Map<String, String> COMMANDS =
            Map.of("ban", "/bin/x", "unban", "/bin/x", "rate", "1000/1s", "queue", "100");

    private final ManualTime time = new ManualTime();
    private final FakeRunner runner = new FakeRunner();
    private final MemoryLines disk = new MemoryLines();
    /** What the jail knows, which has a memory of its own. */
    private final List<Ban> inForce = new ArrayList<>();

    private Errands errands;
    private Teller teller;

    private void boot() {
        errands = new Errands(new Ledger(disk, time.times().steady()));
        errands.open();
        errands.room(100);
        teller = new Teller("sshd", errands, runner, time.times());
        teller.use(CommandSettings.of(COMMANDS));
        errands.restore(inForce, time.now());
    }

    private void work() throws InterruptedException {
        Optional<Duration> due = teller.step(() -> {});
        while (due.isPresent()) {
            time.pass(due.get());
            due = teller.step(() -> {});
        }
    }

    /** Two bans, one told while the next comes; then the first two end, and two more come. */
    private void live() throws InterruptedException {
        for (int number = 1; number <= BANS; number++) {
            Ban ban = Bans.of(number);
            inForce.add(ban);
            errands.ban(ban);
            if (number > 1) {
                work();
            }
        }
        for (int number = 1; number <= 2; number++) {
            inForce.remove(Bans.of(number));
            errands.unban(Bans.of(number));
        }
        work();
    }

    /** What is left to do after a crash, as a jail would do it. */
    private void goOn() throws InterruptedException {
        for (int number = 1; number <= BANS; number++) {
            boolean known = inForce.contains(Bans.of(number)) || runner.told().contains("unban 192.0.2." + number);
            if (!known && number > 2) {
                inForce.add(Bans.of(number));
                errands.ban(Bans.of(number));
            }
        }
        inForce.removeIf(ban -> ban.equals(Bans.of(1)) || ban.equals(Bans.of(2)));
        errands.unban(Bans.of(1));
        errands.unban(Bans.of(2));
        work();
    }

    private static int writesOfAWholeLife() throws InterruptedException {
        CrashPointsTest life = new CrashPointsTest();
        life.boot();
        life.live();
        return life.disk.writes();
    }

    @Test
    void atEachWriteACrashLosesNothing() throws Exception {
        int writes = writesOfAWholeLife();
        assertThat(writes).isGreaterThanOrEqualTo(2 * BANS + 2);
        for (int crash = 2; crash <= writes; crash++) {
            CrashPointsTest life = new CrashPointsTest();
            life.crash(crash);
            life.assertAllWasTold("a crash at write " + crash);
        }
    }

    private void crash(int write) throws InterruptedException {
        boot();
        disk.crashAt(write - 1);
        boolean crashed = false;
        try {
            live();
        } catch (MemoryLines.Crash crash) {
            crashed = true;
        }
        assertThat(crashed).as("crashed at write " + write).isTrue();
        disk.crashAt(Integer.MAX_VALUE);
        boot();
        goOn();
    }

    private void assertAllWasTold(String when) {
        List<String> told = runner.told();
        int twice = 0;
        for (int number = 1; number <= BANS; number++) {
            String ban = "ban 192.0.2." + number;
            String unban = "unban 192.0.2." + number;
            long times = told.stream().filter(ban::equals).count();
            if (number > 2 || told.contains(unban)) {
                assertThat(times).as(when + ": " + told).isBetween(1L, 2L);
            }
            twice += times == 2 ? 1 : 0;
            assertThat(told.contains(unban)).as(when + ": " + told).isEqualTo(number <= 2 && times > 0);
            assertThat(told.lastIndexOf(ban))
                    .as(when + ": " + told)
                    .isLessThan(number <= 2 && times > 0 ? told.indexOf(unban) : Integer.MAX_VALUE);
        }
        assertThat(twice).as(when + ": " + told).isLessThanOrEqualTo(1);
    }
}
