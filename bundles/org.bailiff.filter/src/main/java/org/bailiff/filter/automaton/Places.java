// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.Map;
import java.util.Optional;
import org.bailiff.filter.regex.CharacterClasses;
import org.bailiff.filter.regex.Node;

/** Reads places as trees have them. */
final class Places {
    private static final Map<String, Place> KNOWN = Map.of(
            "^",
            Place.LINE_BEGIN,
            "$",
            Place.LINE_END,
            "\\A",
            Place.TEXT_BEGIN,
            "\\z",
            Place.TEXT_END,
            CharacterClasses.WORD_BOUNDARY,
            Place.WORD_EDGE,
            CharacterClasses.NO_WORD_BOUNDARY,
            Place.NO_WORD_EDGE);

    private Places() {}

    static Optional<Place> find(Node.Place place) {
        return Optional.ofNullable(KNOWN.get(place.java()));
    }

    /** Whether Java writes it as a choice. */
    static boolean isOfWords(Node.Place place) {
        return find(place)
                .filter(found -> found == Place.WORD_EDGE || found == Place.NO_WORD_EDGE)
                .isPresent();
    }
}
