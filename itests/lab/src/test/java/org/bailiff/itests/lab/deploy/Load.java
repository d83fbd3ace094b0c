// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Beans;
import org.bailiff.itests.lab.world.Lab;

/** One whole trial: lines flow while the filter is replaced, and in the end every failure was counted once. */
public final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How many lines flow for each replacement. */
    private static final int LINES_EACH = 4000;
    /** How many replacements a session goes through at most. */
    private static final int SESSION = 6;

    private static final String JAIL =
            """
            [sshd]
            enabled = false

            [turnstile]
            enabled = true
            maxretry = %d
            findtime = 3600
            bantime = 3600
            logpath = %s
            action = log
            """;

    private final Lab lab;
    private final int replacements;
    private final Visitors visitors;
    private final Path log;

    /** A trial in a lab whose daemon does not run yet, with so many guilty ones and replacements. */
    public Load(Lab lab, int guilty, int replacements, long seed) {
        this.lab = lab;
        this.replacements = replacements;
        this.visitors = new Visitors(guilty, (double) SESSION / replacements, seed);
        this.log = lab.file("turnstile.log");
    }

    /** Runs it. */
    public void run() throws Exception {
        Files.createFile(log);
        lab.configure("filter.d/turnstile.conf", Turnstile.revision(0));
        lab.configure("jail.local", JAIL.formatted(Visitors.MAX_RETRY, log));
        lab.daemon().start();
        lab.daemon().awaitState(Turnstile.NAME, "ACTIVE");
        long process = lab.daemon().process().pid();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Beans beans = Beans.on(lab.server())) {
            Path filter = lab.distribution().etc().resolve("filter.d/turnstile.conf");
            Replacer replacer = new Replacer(beans, filter, replacements);
            Future<Integer> written = threads.submit(
                    new TurnstileLog(log, visitors.lines(), LINES_EACH * replacements, replacer::progress));
            Future<Integer> refused = threads.submit(replacer);
            assertThat(refused.get()).as("wrong ones").isGreaterThanOrEqualTo(replacements / 10);
            System.out.println(replacements + " replacements during " + written.get() + " lines");
        } catch (ExecutionException failed) {
            throw new AssertionError(
                    failed.getCause().getMessage() + "\n" + lab.daemon().output(), failed);
        } finally {
            threads.shutdownNow();
        }
        judge();
        assertThat(lab.daemon().isRunning()).isTrue();
        assertThat(lab.daemon().process().pid()).isEqualTo(process);
    }

    private void judge() throws Exception {
        try {
            Await.until("all is counted", PATIENCE, () -> lag() == 0 && failures() >= visitors.failures());
        } finally {
            assertThat(failures()).as("failures").isEqualTo(visitors.failures());
        }
        JsonObject jail = jail();
        Set<String> banned = new HashSet<>();
        for (JsonElement element : jail.getAsJsonArray("banned")) {
            JsonObject ban = element.getAsJsonObject();
            assertThat(ban.get("count").getAsInt()).as("count of %s", ban).isEqualTo(1);
            banned.add(ban.get("address").getAsString());
        }
        assertThat(banned).as("banned").isEqualTo(visitors.guilty());
        assertThat(jail.get("totalBanned").getAsInt()).as("bans").isEqualTo(banned.size());
        assertThat(jail.get("currentlyFailed").getAsInt()).as("almost guilty").isEqualTo(banned.size());
    }

    /** How much is written and not yet counted; what was read may still be on its way to the jail. */
    private long lag() throws Exception {
        long size = Files.size(log);
        JsonObject source = jail().getAsJsonArray("sources").get(0).getAsJsonObject();
        return size - source.get("positionBytes").getAsLong();
    }

    private int failures() throws Exception {
        return jail().get("totalFailed").getAsInt();
    }

    private JsonObject jail() throws Exception {
        return lab.daemon().jail(Turnstile.NAME).orElseThrow();
    }
}
