// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RecentList;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;

/** Scripts hear of the bans of a real attack, once each, whatever happens to the daemon, and no ban waits for them. */
@RequiresKernel
class CommandIT {
    private static final Pattern ID = Pattern.compile("\"WAITING\",\"id\":\"([0-9a-f]{16})\"");

    /** A folder that the daemon's user may write to, and a script of the administrator's beside it. */
    private static Path inbox(Lab lab) throws IOException {
        Path inbox = lab.folder("inbox");
        Files.setAttribute(inbox, "unix:uid", Account.DAEMON.user());
        return inbox;
    }

    private static Path script(Lab lab, String name, String text) throws IOException {
        Path script = lab.script(name, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    private static void configure(Lab lab, int banSeconds, String command) throws IOException {
        lab.configureJail(banSeconds, RecentList.LEASE_SECONDS, "", "    " + command);
    }

    private static void start(Lab lab) throws Exception {
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
    }

    private static List<JsonObject> told(Path file) throws IOException {
        return Files.notExists(file)
                ? List.of()
                : Files.readAllLines(file).stream()
                        .map(line -> JsonParser.parseString(line).getAsJsonObject())
                        .toList();
    }

    private static void awaitTold(Path file, int count) throws Exception {
        Await.until(count + " are told", Daemon.PATIENCE, () -> told(file).size() >= count);
    }

    /** How many processes have a command line that ends so. */
    private static long running(Lab lab, String end) throws Exception {
        return lab.server()
                .run("ps", "-eo", "args")
                .lines()
                .filter(line -> line.endsWith(end))
                .count();
    }

    @Test
    void aScriptHearsOfABanAndOfItsEndOnce() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 30)) {
            Path inbox = inbox(lab);
            Path told = inbox.resolve("told");
            Path script = script(lab, "tell", "id -u >> " + inbox + "/uid; cat >> " + told);
            configure(lab, 30, "command[ban=\"" + script + " <ip>\", unban=" + script + "]");
            start(lab);

            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            awaitTold(told, 1);
            assertThat(lab.list().holds(Route.IPV4.attacker())).isTrue();
            Instant end = lab.daemon().banEnd("sshd", Route.IPV4.attacker()).orElseThrow();
            lab.daemon().stop();
            start(lab);

            awaitTold(told, 2);
            JsonObject ban = told(told).get(0);
            JsonObject unban = told(told).get(1);
            assertThat(ban.get("event").getAsString()).isEqualTo("ban");
            assertThat(ban.get("jail").getAsString()).isEqualTo("sshd");
            assertThat(ban.get("address").getAsString()).isEqualTo(Route.IPV4.attacker());
            assertThat(Instant.parse(ban.get("until").getAsString())).isEqualTo(end);
            assertThat(ban.getAsJsonArray("evidence")).isNotEmpty();
            assertThat(ban.get("evidence").toString()).contains("Failed password for root from");
            assertThat(unban.get("event").getAsString()).isEqualTo("unban");
            assertThat(unban.get("id")).isEqualTo(ban.get("id"));
            assertThat(Files.readAllLines(inbox.resolve("uid")))
                    .containsOnly(Integer.toString(Account.DAEMON.user()))
                    .hasSize(2);
            Privileges.assertNoneAreLeft(lab);
        }
    }

    @Test
    void aScriptThatHangsDelaysNoBanAndNoStop() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            Path inbox = inbox(lab);
            Path script = script(lab, "hang", "echo $$ >> " + inbox + "/pid; trap '' TERM; while :; do sleep 1; done");
            configure(lab, 600, "command[ban=" + script + ", timeout=1h]");
            start(lab);

            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            Await.until("the script hangs", Daemon.PATIENCE, () -> Files.exists(inbox.resolve("pid")));
            lab.attacker().bruteForceUntilCutOff(Route.IPV6);

            assertThat(lab.list().holds(Route.IPV6.attacker())).isTrue();
            assertThat(Files.readAllLines(inbox.resolve("pid"))).hasSize(1);
            assertThat(running(lab, "/hang")).isEqualTo(1);
            Instant before = Instant.now();
            lab.daemon().stop();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(running(lab, "/hang")).isZero();
        }
    }

    @Test
    void aKillBetweenABanAndItsCommandLosesNothing() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            Path inbox = inbox(lab);
            Path told = inbox.resolve("told");
            Path begin = script(lab, "begin", "test -e " + inbox + "/go || exec sleep 600");
            Path script = script(lab, "tell", "cat >> " + told);
            configure(lab, 600, "command[start=" + begin + ", ban=" + script + ", timeout=10m]");
            start(lab);
            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            Path ledger = lab.file("data").resolve("commands/sshd~command.log");
            Matcher id = ID.matcher(Files.readString(ledger));
            assertThat(id.find()).isTrue();

            lab.daemon().kill();
            assertThat(told(told)).isEmpty();
            Files.createFile(inbox.resolve("go"));
            start(lab);

            awaitTold(told, 1);
            assertThat(told(told).get(0).get("id").getAsString()).isEqualTo(id.group(1));
            lab.daemon().kill();
            start(lab);
            lab.attacker().bruteForceUntilCutOff(Route.IPV6);
            awaitTold(told, 2);
            assertThat(told(told))
                    .extracting(json -> json.get("address").getAsString())
                    .containsExactly(Route.IPV4.attacker(), Route.IPV6.attacker());
        }
    }
}
