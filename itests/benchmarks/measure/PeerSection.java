// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All peers on one log: a table and two drawings. */
final class PeerSection {
    private PeerSection() {}

    /**
     * The table.
     *
     * @param name of the drawings
     * @param title of the first of them
     */
    static String of(Table table, String name, String title, Drawings drawings) throws IOException {
        List<Peer> peers =
                new ArrayList<>(table.distinct("peer").stream().map(Peer::of).toList());
        peers.sort(Comparator.comparingInt(Peer::ordinal));
        double ours = table.where("peer", Peer.BAILIFF.key()).slope("processor", "lines");
        Map<String, Double> bars = new LinkedHashMap<>();
        Map<String, List<Curves.Point>> curves = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (Peer peer : peers) {
            Table mine = table.where("peer", peer.key());
            long most = mine.sizes("lines").get(mine.sizes("lines").size() - 1);
            Table largest = mine.where("lines", most);
            double processor = largest.median("processor");
            double slope = mine.slope("processor", "lines");
            rows.add(List.of(
                    peer.shown(),
                    Markdown.number(most),
                    Markdown.number(processor, 2),
                    Markdown.number(largest.median("wall"), 2),
                    spread(largest),
                    Markdown.number(most / processor),
                    Markdown.number(slope * 1e9),
                    Markdown.number(slope / ours, slope / ours >= 20 ? 0 : slope / ours >= 1 ? 1 : 3),
                    largest.distinct("failures").equals(List.of("0"))
                            ? ""
                            : Markdown.number(largest.median("failures"))));
            // In a quick run, chance may make the larger log the cheaper one.
            bars.put(peer.shown(), slope > 0 ? 1 / slope : most / processor);
            curves.put(
                    peer.shown(),
                    mine.sizes("lines").stream()
                            .map(size -> new Curves.Point(
                                    size, mine.where("lines", size).median("processor")))
                            .toList());
        }
        peers.stream()
                .filter(peer -> peer.kind() == Peer.Kind.LIMIT)
                .map(Peer::shown)
                .forEach(curves::remove);
        drawings.add(name, Bars.of(title + " (start taken off)", bars, "Bailiff"));
        drawings.add(name + "-sizes", new Curves("Seconds of processors for so many lines", "lines", true).of(curves));
        return Markdown.table(
                List.of(
                        "",
                        "lines",
                        "processor s",
                        "wall s",
                        "spread",
                        "lines a processor second",
                        "ns for one more line",
                        "times the daemon's",
                        "found"),
                rows);
    }

    /** How far the rounds lie apart. */
    private static String spread(Table rounds) {
        return String.format(
                Locale.ROOT,
                "±%.0f %%",
                50 * (rounds.most("processor") - rounds.least("processor")) / rounds.median("processor"));
    }
}
