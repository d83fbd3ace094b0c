// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All that the files say, by section and key, with what later files put over it. Filled once, then only read. */
final class Definitions {
    /** A layer above all there are. */
    static final int ALL_LAYERS = Integer.MAX_VALUE;

    private final Map<String, Map<String, List<Definition>>> sections = new LinkedHashMap<>();
    private int layers;

    /** Adds a file over those that were added before. */
    void add(ParsedFile file) {
        int layer = layers++;
        file.sections().forEach((section, entries) -> {
            Map<String, List<Definition>> keys = sections.computeIfAbsent(section, name -> new LinkedHashMap<>());
            for (Entry entry : entries.values()) {
                keys.computeIfAbsent(entry.key(), key -> new ArrayList<>())
                        .add(new Definition(section, entry.key(), entry.value(), entry.origin(), layer));
            }
        });
    }

    Set<String> sections() {
        return sections.keySet();
    }

    Set<String> keys(String section) {
        return sections.getOrDefault(section, Map.of()).keySet();
    }

    /** The definitions in force of the section itself. */
    List<Definition> latest(String section) {
        return sections.getOrDefault(section, Map.of()).values().stream()
                .map(all -> all.get(all.size() - 1))
                .toList();
    }

    /** What is said of the key below a layer, in the section or else in {@code [DEFAULT]}. */
    Optional<Definition> find(String section, String key, int belowLayer) {
        Optional<Definition> own = findIn(section, key, belowLayer);
        return own.isPresent() ? own : findIn(Document.DEFAULT, key, belowLayer);
    }

    private Optional<Definition> findIn(String section, String key, int belowLayer) {
        List<Definition> all = sections.getOrDefault(section, Map.of()).getOrDefault(key, List.of());
        return all.stream()
                .filter(definition -> definition.layer() < belowLayer)
                .reduce((earlier, later) -> later);
    }

    void forEach(Consumer<Definition> consumer) {
        sections.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .flatMap(Collection::stream)
                .forEach(consumer);
    }
}
