// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bailiff.itests.lab.world.Daemon;

/** Starts the daemon and ends it, again and again, at moments when it hurts. */
final class Killer {
    /** After so long without the moment that was waited for, any moment will do. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    /** The same once nothing more is written, so that there may be nothing more to do for the daemon. */
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(3);

    private static final Duration GLANCE = Duration.ofMillis(1);
    private static final int LONGEST_START = 1500;
    private static final int LONGEST_WORK = 500;
    private static final int LONGEST_ABSENCE = 400;

    private final Daemon daemon;
    private final Door door;
    private final Path output;
    private final Random random;
    private final BooleanSupplier written;
    private final Map<Moment, Integer> hits = new EnumMap<>(Moment.class);

    /** When a daemon is ended. */
    private enum Moment {
        /** By kill -9 while it starts, or soon after. */
        START,
        /** By kill -9 a while after it has written what it counted. */
        WORK,
        /** By kill -9 right after a ban. */
        BAN,
        /** By kill -9 while it writes its log anew. */
        REWRITE,
        /** In order, by SIGTERM. */
        IN_ORDER
    }

    /**
     * @param output what the daemon says
     * @param written whether all lines are written
     */
    Killer(Daemon daemon, Door door, Path output, Random random, BooleanSupplier written) {
        this.daemon = daemon;
        this.door = door;
        this.output = output;
        this.random = random;
        this.written = written;
    }

    /** Ends it so often; it does not run when this returns. */
    void run(Scale scale) throws Exception {
        List<Moment> moments = moments(scale);
        List<Integer> flushes = new ArrayList<>();
        for (int flush = 1; flush <= scale.flushes(); flush++) {
            flushes.add(moments.size() * flush / (scale.flushes() + 1));
        }
        for (int round = 0; round < moments.size(); round++) {
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LONGEST_ABSENCE)).toNanos());
            boolean flush = flushes.contains(round);
            boolean absent = flush && random.nextBoolean();
            if (absent) {
                door.flushFirewall();
            }
            daemon.launch();
            if (flush && !absent) {
                door.flushFirewall();
            }
            end(moments.get(round));
        }
    }

    /** Which moments came. */
    String summary() {
        return hits.toString();
    }

    private List<Moment> moments(Scale scale) {
        List<Moment> moments = new ArrayList<>(Collections.nCopies(scale.ends(), Moment.IN_ORDER));
        for (int kill = 0; kill < scale.kills(); kill++) {
            int dice = random.nextInt(10);
            moments.add(dice < 3 ? Moment.START : dice < 6 ? Moment.WORK : dice < 9 ? Moment.BAN : Moment.REWRITE);
        }
        Collections.shuffle(moments, random);
        return moments;
    }

    private void end(Moment moment) throws Exception {
        long size = door.storeSize();
        long said = Files.size(output);
        switch (moment) {
            case START -> pause(LONGEST_START);
            case WORK, IN_ORDER -> {
                await(() -> door.storeSize() != size);
                pause(LONGEST_WORK);
            }
            case BAN -> await(() -> said(said).contains("] Ban "));
            case REWRITE -> await(() -> Files.exists(door.store().resolveSibling("door.log.new")));
        }
        if (!daemon.isRunning()) {
            throw new AssertionError("the daemon ended by itself: " + daemon.output());
        }
        hits.merge(moment, 1, Integer::sum);
        if (moment == Moment.IN_ORDER) {
            daemon.stop();
        } else {
            daemon.kill();
        }
    }

    private void pause(int most) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(most)).toNanos());
    }

    private interface Sight {
        boolean isThere() throws IOException;
    }

    private void await(Sight sight) throws IOException {
        Duration patience = written.getAsBoolean() ? PATIENCE_AT_THE_END : PATIENCE;
        long deadline = System.nanoTime() + patience.toNanos();
        while (!sight.isThere() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private String said(long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "r")) {
            byte[] news = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(news);
            return new String(news, StandardCharsets.UTF_8);
        }
    }
}
