// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The definitions that other bundles offer, and what they answered when they came. Thread-safe. */
final class Guests {
    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);
    private static final int SHOWN = 200;

    private final Duration patience;
    /** By the very object: what it says of itself is not to be relied on. Guarded by this. */
    private final Map<FilterDefinition, Asked> asked = new IdentityHashMap<>();

    /** @param patience how long a definition may think before it counts as one that does not answer */
    Guests(Duration patience) {
        this.patience = patience;
    }

    /**
     * What the definition says, to be used in its place; empty if it is of no use, which is logged.
     *
     * @param bundle whose it is, for people
     */
    Optional<FilterDefinition> welcome(FilterDefinition definition, String bundle) {
        try {
            Asked answers = Asked.of(definition, patience);
            synchronized (this) {
                asked.put(definition, answers);
            }
            return Optional.of(answers);
        } catch (Asked.Unanswered reason) {
            LOG.warn(
                    "a filter definition of the bundle {} is left out, for {}; only the bundle's author can mend that",
                    SafeText.of(bundle, SHOWN),
                    SafeText.of(reason.getMessage(), SHOWN));
            return Optional.empty();
        }
    }

    /** What was used in the definition's place, which is there no more; the definition itself if nothing was. */
    synchronized FilterDefinition leave(FilterDefinition definition) {
        Asked answers = asked.remove(definition);
        return answers == null ? definition : answers;
    }
}
