// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;

/** One whole trial: everything that happens in it is drawn from its seed, but for what the machine makes of it. */
public final class Trial {
    /** A rotated file that is still new is watched for 3 s; after much longer without a step, no more is coming. */
    private static final Duration STANDSTILL = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static final int LAST_WORDS = 15;

    private final Lab lab;
    private final Scale scale;
    private final long seed;
    private final Door door;
    private final Random random;

    private int counted = Integer.MIN_VALUE;
    private long countedSince;

    /** A trial in a lab whose daemon does not run yet. */
    public Trial(Lab lab, Firewall firewall, Scale scale, long seed) {
        this.lab = lab;
        this.scale = scale;
        this.seed = seed;
        this.door = new Door(lab, firewall, scale.guilty());
        this.random = new Random(seed);
    }

    /**
     * Runs it.
     *
     * @throws WrongOutcome if anything came out otherwise than without a kill
     */
    public void run() throws Exception {
        door.configure();
        door.makeLists();
        DoorLog log = new DoorLog(door.log());
        log.write(Instant.now().truncatedTo(ChronoUnit.MICROS) + " door begins\n");
        lab.daemon().start();
        Await.until("the jail has begun", Daemon.PATIENCE, door::hasPosition);
        lab.daemon().stop();

        Crowd crowd = new Crowd(scale.guilty(), scale.length(), random);
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Writer writer = new Writer(log, crowd.lines(), begin, scale, new Random(random.nextLong()));
        Operator operator = new Operator(lab.daemon(), door, scale, new Random(random.nextLong()));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Void> written = threads.submit(writer);
            Future<Void> ordered = threads.submit(operator);
            Killer killer = new Killer(
                    lab.daemon(), door, lab.file("daemon.out"), new Random(random.nextLong()), written::isDone);
            killer.run(scale);
            System.out.println("seed " + seed + ": ended at " + killer.summary());
            lab.daemon().start();
            written.get();
            ordered.get();
        } finally {
            threads.shutdownNow();
        }
        try {
            judge(crowd, new Verdict(crowd, operator, begin));
        } catch (AssertionError wrong) {
            throw new WrongOutcome("seed " + seed, wrong, warnings());
        }
    }

    /** What the daemon warned of, as far as its last words go. */
    private String warnings() throws IOException {
        List<String> all = lab.daemon()
                .output()
                .lines()
                .filter(line -> line.contains(" WARN") || line.contains(" ERROR"))
                .toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - LAST_WORDS), all.size()));
    }

    private void judge(Crowd crowd, Verdict verdict) throws Exception {
        Await.until("all is counted", PATIENCE, () -> isAllCounted(crowd.failures()));
        JsonObject jail = door.status().orElseThrow();
        verdict.onStatus(jail);
        verdict.onKernel(door, jail);
        lab.daemon().stop();
        verdict.onStore(StoredJail.read(door.store()), jail);
    }

    /** All that is to come, or, if something was lost, all that will. */
    private boolean isAllCounted(int failures) throws IOException, InterruptedException {
        Optional<JsonObject> jail = door.status();
        int now = jail.map(status -> status.get("totalFailed").getAsInt()).orElse(-1);
        if (now != counted || jail.isEmpty() || isBehind(jail.get())) {
            counted = now;
            countedSince = System.nanoTime();
        }
        return now >= failures || System.nanoTime() - countedSince > STANDSTILL.toNanos();
    }

    private static boolean isBehind(JsonObject jail) {
        for (JsonElement source : jail.getAsJsonArray("sources")) {
            JsonObject stream = source.getAsJsonObject();
            // Before the first look nothing lags behind.
            if (!stream.get("state").getAsString().equals("READING")
                    || stream.get("lagBytes").getAsLong() > 0) {
                return true;
            }
        }
        return jail.getAsJsonArray("sources").isEmpty();
    }
}
