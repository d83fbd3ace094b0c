// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.damage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;

/** The data directory of a daemon that has bans, counts, a position and an override, to be damaged again and again. */
public final class DataDirectory {
    private static final int CHECKSUM = 9;
    private static final int BANS = 40;
    private static final String CONFIGURATION =
            """
            [sshd]
            enabled = false

            [door]
            enabled = true
            maxretry = 2
            findtime = 1h
            bantime = 1h
            logpath = %s
            action = log
            """;

    private final Lab lab;
    private final Path data;
    private final Path whole;
    private Jail before;

    /** In a lab whose daemon does not run yet. */
    public DataDirectory(Lab lab) {
        this.lab = lab;
        this.data = lab.file("data");
        this.whole = lab.file("data-as-it-was");
    }

    /** Lets a daemon fill it. */
    public void fill() throws Exception {
        lab.configure("filter.d/door.conf", "[Definition]\nfailregex = ^ door bad login from <HOST>$\n");
        Path log = lab.log().resolveSibling("door.log");
        lab.configure("jail.local", CONFIGURATION.formatted(log));
        lab.daemon().start();
        for (int number = 1; number <= BANS; number++) {
            // One after the other, so that each is a record of its own; of each second one only one failure counts yet.
            String line =
                    Instant.now().truncatedTo(ChronoUnit.MICROS) + " door bad login from 198.18.0." + number + "\n";
            Files.writeString(
                    log,
                    line + line + line.replace("198.18.0", "198.18.1"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            int bans = number;
            Await.until("it is banned", Daemon.PATIENCE, () -> bannedOnDisk() == bans);
        }
        for (String order :
                List.of("set door bantime 2h", "ban door 203.0.113.7", "ban door 2001:db8::7 --for forever")) {
            Outcome outcome = lab.daemon().ask(Account.DAEMON, order.split(" "));
            if (!outcome.succeeded()) {
                throw new AssertionError(order + ": " + outcome.err());
            }
        }
        before = jail();
        lab.daemon().stop();
        lab.server().run("cp", "-a", data.toString(), whole.toString());
    }

    private long bannedOnDisk() throws IOException {
        Path log = data.resolve(Damage.JAIL_LOG);
        return Files.exists(log)
                ? Files.readString(log)
                        .lines()
                        .filter(line -> line.contains("\"banned\":["))
                        .count()
                : 0;
    }

    private Jail jail() throws Exception {
        JsonObject status = Await.value("the jail is there", Daemon.PATIENCE, () -> {
            if (!lab.daemon().isRunning()) {
                throw new AssertionError(
                        "the daemon ended at once: " + lab.daemon().output());
            }
            Outcome outcome = lab.daemon().ask(Account.DAEMON, "status", "--json");
            return Optional.of(outcome.out())
                    .filter(text -> outcome.succeeded())
                    .map(text -> JsonParser.parseString(text).getAsJsonObject())
                    .filter(json -> door(json).isPresent());
        });
        return Jail.of(status, door(status).orElseThrow());
    }

    /** The jail, if it is at work and has read its log. */
    private static Optional<JsonObject> door(JsonObject status) {
        for (JsonElement element : status.getAsJsonArray("jails")) {
            JsonObject jail = element.getAsJsonObject();
            boolean atWork = jail.get("state").getAsString().equals("ACTIVE")
                    && jail.getAsJsonArray("sources").size() == 1;
            if (jail.get("name").getAsString().equals("door") && atWork) {
                return Optional.of(jail);
            }
        }
        return Optional.empty();
    }

    /**
     * Damages a copy of it somehow, and starts a daemon on that.
     *
     * @return what is wrong with what that daemon says, and what was done; empty if nothing is
     */
    public String damage(Random random) throws Exception {
        Damage damage = Damage.random(whole, random);
        String objection = damage(damage);
        return objection.isEmpty() ? "" : damage + ": " + objection;
    }

    private String damage(Damage damage) throws Exception {
        lab.server().run("rm", "-rf", data.toString());
        lab.server().run("cp", "-a", whole.toString(), data.toString());
        damage.doTo(data);
        lab.daemon().launch();
        try {
            Jail after = jail();
            String lost = after.lacksNothingOf(before) ? "nothing lost" : "something lost";
            System.out.println(damage + ": " + lost + "; it says '" + after.complaints() + "'");
            return objection(damage, after);
        } catch (AssertionError doesNotAnswer) {
            return doesNotAnswer.getMessage();
        } finally {
            lab.daemon().kill();
        }
    }

    private String objection(Damage damage, Jail after) throws IOException {
        Set<String> missing = new HashSet<>(before.bans().keySet());
        missing.removeAll(after.bans().keySet());
        Set<String> lost = lost(damage);
        if (!lost.containsAll(missing)) {
            missing.removeAll(lost);
            return "not banned any more, though their records are whole: " + missing;
        }
        if (!after.bans().entrySet().stream()
                .allMatch(ban -> ban.getValue().equals(before.bans().get(ban.getKey())))) {
            return "banned otherwise than before: " + after.bans();
        }
        if (!after.lacksNothingOf(before) && after.complaints().equals(before.complaints())) {
            return "says nothing, and has lost something: " + missing + ", before " + before.totalFailed() + " "
                    + before.totalBanned() + " " + before.banTimeSeconds() + ", after " + after.totalFailed() + " "
                    + after.totalBanned() + " " + after.banTimeSeconds();
        }
        return "";
    }

    /** Who is banned by records that the damage touches. */
    private Set<String> lost(Damage damage) throws IOException {
        Set<String> lost = new HashSet<>();
        if (!damage.file().equals(Damage.JAIL_LOG)) {
            return lost;
        }
        byte[] text = Files.readAllBytes(whole.resolve(Damage.JAIL_LOG));
        for (Line line : lines(text)) {
            boolean mergedWithPrevious = damage.touches(line.from() - 1, line.from() - 1);
            if (damage.touches(line.from(), line.to()) || mergedWithPrevious) {
                lost.addAll(line.banned());
            }
        }
        return lost;
    }

    /** A line of the jail's log; {@code to} is its line end. */
    private record Line(int from, int to, String text) {
        Set<String> banned() {
            Set<String> banned = new HashSet<>();
            JsonObject json = JsonParser.parseString(text.substring(CHECKSUM)).getAsJsonObject();
            if (json.has("banned")) {
                json.getAsJsonArray("banned")
                        .forEach(ban ->
                                banned.add(ban.getAsJsonObject().get("target").getAsString()));
            }
            return banned;
        }
    }

    private static List<Line> lines(byte[] text) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        for (int index = 0; index < text.length; index++) {
            if (text[index] == '\n') {
                byte[] line = Arrays.copyOfRange(text, from, index);
                lines.add(new Line(from, index, new String(line, StandardCharsets.UTF_8)));
                from = index + 1;
            }
        }
        return lines;
    }
}
