// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.bailiff.itests.lab.world.Tool;
import org.junit.jupiter.api.Test;

/** What is replayed afterwards is what the daemon decided when it read the logs as they were written. */
@RequiresKernel
class ReplayIT {
    private static final String IGNORED = "203.0.113.5";
    private static final int MAX_RETRY = 3;
    private static final String DOOR =
            """
            [door]
            enabled = true
            maxretry = %d
            findtime = 1h
            bantime = 1h
            ignoreip = 203.0.113.5
            logpath = %s
            action = log
            """;

    private static final String RECIDIVE =
            """
            [recidive]
            enabled = true
            logpath = /nowhere/fail2ban.log
            maxretry = 2
            findtime = 1d
            bantime = 1w
            action = log
            """;
    private static final DateTimeFormatter YEARLESS = DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ENGLISH);

    @Test
    void aReplayOfRotatedAndPackedLogsSaysTheBansThatTheDaemonMade() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            Path file = lab.log().resolveSibling("door.log");
            configure(lab, file, MAX_RETRY);
            RotatedLog log = new RotatedLog(file);
            lab.daemon().start();
            lab.daemon().awaitState("door", "ACTIVE");
            lab.daemon().awaitState("sshd", "ACTIVE");

            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            List<String> failures = failures();
            for (int failure = 0; failure < failures.size(); failure++) {
                if (failure % 60 == 59) {
                    // Each rotated file is followed for a while, so that the next is begun late.
                    awaitFailures(lab, counted(failures.subList(0, failure)));
                    log.rotate();
                }
                log.failure(failures.get(failure), false);
            }
            awaitFailures(lab, counted(failures));
            lab.rotateLog();
            Tool.succeed(List.of("gzip", lab.log() + ".1"));
            Tool.succeed(List.of("gzip", file + ".2"));

            JsonObject replayed = replay(lab, "--since", "1h");
            for (String jail : List.of("door", "sshd")) {
                Set<String> decided = bans(lab.daemon().jail(jail).orElseThrow());
                assertThat(decided).as(jail).isNotEmpty();
                assertThat(bans(jail(replayed, "replay", jail))).as(jail).isEqualTo(decided);
            }
            JsonObject door = jail(replayed, "replay", "door");
            assertThat(door.get("failures").getAsInt()).isEqualTo(failures.size());
            assertThat(door.get("failures").getAsInt() - door.get("ignored").getAsInt())
                    .as("as many as the daemon counted")
                    .isEqualTo(counted(failures));
        }
    }

    @Test
    void theDifferenceToAnotherConfigurationIsToldByAddressWithoutADaemon() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            Path file = lab.log().resolveSibling("door.log");
            RotatedLog door = new RotatedLog(file);
            for (String address : List.of("203.0.113.1", "203.0.113.2", "203.0.113.1", "203.0.113.1")) {
                door.failure(address, false);
            }
            configure(lab, file, MAX_RETRY);
            Path second = lab.folder("second");
            Files.writeString(second.resolve("jail.local"), DOOR.formatted(1, file));
            Files.createDirectory(second.resolve("filter.d"));
            Files.copy(lab.file("bailiff/etc/filter.d/door.conf"), second.resolve("filter.d/door.conf"));

            JsonObject replayed = replay(lab, "--jail", "door", "--against", second.toString());

            assertThat(bans(jail(replayed, "replay", "door"))).hasSize(1);
            assertThat(bans(jail(replayed, "against", "door"))).hasSize(2);
            JsonObject difference = replayed.getAsJsonArray("difference").get(0).getAsJsonObject();
            assertThat(difference.getAsJsonArray("addresses"))
                    .singleElement()
                    .isEqualTo(JsonParser.parseString("{\"address\": \"203.0.113.2\", \"before\": 0, \"after\": 1}"));
        }
    }

    @Test
    void aDateWithoutAYearIsOfTheYearOfItsFileAndBansCountForTheJailThatReadsThem() throws Exception {
        try (Lab lab = Lab.withoutList(Firewall.NFT, 600)) {
            Path file = lab.log().resolveSibling("door.log");
            configure(lab, file, 2);
            lab.configure("jail.d/recidive.conf", RECIDIVE);
            ZonedDateTime lastYear =
                    ZonedDateTime.now().minusDays(400).withHour(12).truncatedTo(ChronoUnit.HOURS);
            List<String> lines = new ArrayList<>();
            for (int hour : List.of(0, 0, 2, 2)) {
                lines.add(YEARLESS.format(lastYear.plusHours(hour)) + " door bad login from 203.0.113.9");
            }
            Path rotated = file.resolveSibling("door.log.1");
            Files.write(rotated, lines);
            Files.setLastModifiedTime(
                    rotated, FileTime.from(lastYear.plusDays(1).toInstant()));
            Tool.succeed(List.of("gzip", rotated.toString()));

            JsonObject replayed = replay(lab, "--jail", "recidive", "--jail", "door");

            assertThat(bans(jail(replayed, "replay", "door")))
                    .extracting(ban -> ban.split(" ")[1])
                    .containsExactly(
                            lastYear.toInstant().toString(),
                            lastYear.plusHours(2).toInstant().toString());
            assertThat(bans(jail(replayed, "replay", "recidive")))
                    .singleElement()
                    .asString()
                    .startsWith("203.0.113.9 " + lastYear.plusHours(2).toInstant());
        }
    }

    private static void configure(Lab lab, Path file, int maxRetry) throws Exception {
        lab.configure("filter.d/door.conf", "[Definition]\nfailregex = ^ door bad login from <HOST>$\n");
        lab.configure("jail.d/door.conf", DOOR.formatted(maxRetry, file));
    }

    /** Of some too few to be banned, of some enough, of one that is ignored; mixed. */
    private static List<String> failures() {
        List<String> failures = new ArrayList<>(Collections.nCopies(2 * MAX_RETRY, IGNORED));
        for (int number = 10; number < 70; number++) {
            failures.addAll(Collections.nCopies(number % 2 + MAX_RETRY - 1, "203.0.113." + number));
        }
        Collections.shuffle(failures, new Random(7));
        return failures;
    }

    /** Those of the address that is ignored are not. */
    private static int counted(List<String> failures) {
        return (int)
                failures.stream().filter(address -> !address.equals(IGNORED)).count();
    }

    private static void awaitFailures(Lab lab, int atLeast) throws Exception {
        Await.until(atLeast + " failures are counted", Daemon.PATIENCE, () -> lab.daemon()
                .jail("door")
                .filter(jail -> jail.get("totalFailed").getAsInt() >= atLeast)
                .isPresent());
    }

    private static JsonObject replay(Lab lab, String... options) throws Exception {
        List<String> words = new ArrayList<>(
                List.of("replay", "--json", "--etc", lab.file("bailiff/etc").toString()));
        words.addAll(List.of(options));
        Outcome outcome = lab.daemon().ask(Account.DAEMON, words.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        return JsonParser.parseString(outcome.out()).getAsJsonObject();
    }

    private static JsonObject jail(JsonObject replayed, String which, String name) {
        for (JsonElement jail : replayed.getAsJsonObject(which).getAsJsonArray("jails")) {
            if (jail.getAsJsonObject().get("name").getAsString().equals(name)) {
                return jail.getAsJsonObject();
            }
        }
        throw new AssertionError("no jail " + name + " in " + replayed);
    }

    /** Whom, from when until when, and how often before. */
    private static Set<String> bans(JsonObject jail) {
        Set<String> bans = new TreeSet<>();
        for (JsonElement element : jail.getAsJsonArray("banned")) {
            JsonObject ban = element.getAsJsonObject();
            bans.add(ban.get("address").getAsString() + " " + ban.get("since").getAsString() + " "
                    + ban.get("until").getAsString() + " " + ban.get("count").getAsString());
        }
        return bans;
    }
}
