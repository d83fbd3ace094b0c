// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Counts are exact at whatever moment the daemon is killed: of many addresses whose failures come mixed, exactly those with
 * enough of them are banned, each once. A seed that failed is told, and tried again with {@code -Dbailiff.seed=SEED}.
 */
@RequiresKernel
@Isolated("it counts while it kills, and a machine that is busy with other labs makes it wait too long")
class CrashIT {
    private static final int GUILTY = 300;
    private static final int MAX_RETRY = 5;
    private static final int FAILURES = GUILTY * (2 * MAX_RETRY - 1);
    /** Each rotated file that is read while it is new is watched for some seconds more. */
    private static final Duration PATIENCE = Daemon.PATIENCE.multipliedBy(3);

    private final long firstSeed = Long.getLong("bailiff.seed", System.nanoTime());

    @Test
    void aDaemonThatIsKilledNowAndThenBansExactlyTheGuilty() throws Exception {
        attackAndKill(firstSeed, 3, 1);
    }

    @Test
    @Tag("long")
    void aDaemonThatIsKilledAgainAndAgainBansExactlyTheGuilty() throws Exception {
        for (int round = 0; round < 5; round++) {
            attackAndKill(firstSeed + round, 12, 6);
        }
    }

    private static void attackAndKill(long seed, int kills, int rotations) throws Exception {
        Random random = new Random(seed);
        List<Boolean> rounds = new ArrayList<>(Collections.nCopies(kills, true));
        rounds.addAll(Collections.nCopies(rotations, false));
        Collections.shuffle(rounds, random);
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            Path file = lab.log().resolveSibling("door.log");
            configure(lab, file);
            RotatedLog log = new RotatedLog(file);
            List<String> failures = failures(random);
            log.failure(failures.get(0), false);
            lab.daemon().start();
            awaitFailures(lab, 1);

            int written = 1;
            for (boolean kill : rounds) {
                int upTo = written + 1 + random.nextInt(FAILURES / rounds.size() - 1);
                for (String address : failures.subList(written, upTo)) {
                    log.failure(address, random.nextInt(10) == 0);
                }
                written = upTo;
                if (kill) {
                    awaitFailures(lab, random.nextInt(written / 2));
                    lab.daemon().kill();
                    lab.daemon().start();
                } else {
                    log.rotate();
                }
            }
            for (String address : failures.subList(written, FAILURES)) {
                log.failure(address, false);
            }

            awaitFailures(lab, FAILURES);
            assertThatExactlyTheGuiltyAreBanned(lab, "seed " + seed);
        }
    }

    private static void configure(Lab lab, Path file) throws Exception {
        lab.configure("filter.d/door.conf", "[Definition]\nfailregex = ^ door bad login from <HOST>$\n");
        lab.configure(
                "jail.d/door.conf",
                """
                [door]
                enabled = true
                maxretry = %d
                findtime = 1h
                bantime = 1h
                logpath = %s
                action = log
                """
                        .formatted(MAX_RETRY, file));
    }

    private static String guilty(int number) {
        return number % 2 == 0 ? "203.0.113." + number / 2 : "2001:db8:1::" + Integer.toHexString(number);
    }

    private static String almostGuilty(int number) {
        return number % 2 == 0 ? "198.51.100." + number / 2 : "2001:db8:2::" + Integer.toHexString(number);
    }

    private static List<String> failures(Random random) {
        List<String> failures = new ArrayList<>();
        for (int number = 0; number < GUILTY; number++) {
            failures.addAll(Collections.nCopies(MAX_RETRY, guilty(number)));
            failures.addAll(Collections.nCopies(MAX_RETRY - 1, almostGuilty(number)));
        }
        Collections.shuffle(failures, random);
        return failures;
    }

    private static void awaitFailures(Lab lab, int atLeast) throws Exception {
        Await.until(atLeast + " failures are counted", PATIENCE, () -> lab.daemon()
                .jail("door")
                .filter(jail -> jail.get("totalFailed").getAsInt() >= atLeast)
                .isPresent());
    }

    private static void assertThatExactlyTheGuiltyAreBanned(Lab lab, String seed) throws Exception {
        JsonObject jail = lab.daemon().jail("door").orElseThrow();
        Set<String> banned = new HashSet<>();
        for (JsonElement ban : jail.getAsJsonArray("banned")) {
            banned.add(ban.getAsJsonObject().get("address").getAsString());
            assertThat(ban.getAsJsonObject().get("count").getAsInt()).as(seed).isEqualTo(1);
        }
        Set<String> guilty = new HashSet<>();
        for (int number = 0; number < GUILTY; number++) {
            guilty.add(guilty(number));
        }
        assertThat(banned).as(seed).isEqualTo(guilty);
        assertThat(jail.get("totalFailed").getAsInt()).as(seed).isEqualTo(FAILURES);
        assertThat(jail.get("totalBanned").getAsInt()).as(seed).isEqualTo(GUILTY);
        assertThat(jail.get("currentlyFailed").getAsInt()).as(seed).isEqualTo(GUILTY);
    }
}
