// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The mixed log, and the log in which every line is a failure, in growing sizes, read by each peer in turn; so that what
 * else the machine does hits all alike, the order is another one in each round. The third argument says which kind.
 */
public final class Matching {
    private Matching() {}

    public static void main(String[] arguments) throws Exception {
        String kind = arguments[3];
        Workshop workshop = Workshop.of(arguments);
        measure(workshop, kind, kind.equals("mixed") ? "matching" : kind);
    }

    private static void measure(Workshop workshop, String kind, String name) throws IOException, InterruptedException {
        // Compilation takes some seconds, whatever the log: the large ones must be much larger.
        List<Long> sizes = workshop.quick()
                ? List.of(300_000L, 2_000_000L)
                : List.of(200_000L, 2_000_000L, kind.equals("mixed") ? 20_000_000L : 10_000_000L);
        List<Long> small = workshop.quick() ? List.of(10_000L, 40_000L) : List.of(50_000L, 100_000L, 200_000L);
        Results results =
                new Results(workshop.results(), name, "peer", "lines", "round", "wall", "processor", "failures");
        for (int round = 1; round <= (workshop.quick() ? 1 : 5); round++) {
            for (long size : small) {
                read(workshop, kind, size, true, round, results);
            }
            for (long size : sizes) {
                read(workshop, kind, size, false, round, results);
            }
        }
    }

    private static void read(Workshop workshop, String kind, long size, boolean slow, int round, Results results)
            throws IOException, InterruptedException {
        MixedLog.Written log = workshop.log(kind, size);
        List<Peer> peers = new ArrayList<>(List.of(Peer.values()));
        peers.removeIf(peer -> !peer.isThere() || slow != (peer.kind() == Peer.Kind.SLOW));
        Collections.rotate(peers, round);
        for (Peer peer : peers) {
            Peer.Measured measured = peer.measure(log, workshop.folder());
            results.add(
                    peer.key(),
                    size,
                    round,
                    measured.usage().wall(),
                    measured.usage().processor(),
                    measured.failures());
        }
        Files.delete(log.file());
    }
}
