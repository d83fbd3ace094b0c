// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.filter.admission.deployed.DeployedDefinition;
import org.bailiff.filter.admission.deployed.Offered;
import org.bailiff.filter.admission.deployed.Revision;

/** The revisions that are deployed now, one a name, each on offer if it is a definition. Changed by one thread at a time. */
final class Shelf {
    private final Offering offering;
    private final Offered offered;
    private final Map<String, Placed> placed = new ConcurrentHashMap<>();

    private record Placed(Revision revision, Optional<DeployedDefinition> definition, Runnable withdrawal) {}

    Shelf(Offering offering, Offered offered) {
        this.offering = offering;
        this.offered = offered;
    }

    /** The definition of a revision, not on offer yet. */
    Optional<DeployedDefinition> definition(Revision revision) {
        return DeployedDefinition.of(revision, offered);
    }

    /** The latest revision; empty if there never was one. */
    Optional<Revision> latest(String filter) {
        return Optional.ofNullable(placed.get(filter)).map(Placed::revision);
    }

    /** What is deployed; empty if nothing is. */
    Optional<DeployedDefinition> deployed(String filter) {
        return Optional.ofNullable(placed.get(filter)).flatMap(Placed::definition);
    }

    /** Withdraws all; nothing on disk is touched. */
    void clear() {
        placed.values().forEach(one -> one.withdrawal().run());
        placed.clear();
    }

    /** Offers a revision before it withdraws the one before it, so that the name is never without. */
    void place(Revision revision, Optional<DeployedDefinition> definition) {
        Runnable withdrawal = definition
                .map(present -> offering.offer(present, FilterDefinition.RANKING_DEPLOYED))
                .orElse(() -> {});
        Placed before = placed.put(revision.filter(), new Placed(revision, definition, withdrawal));
        if (before != null) {
            before.withdrawal().run();
        }
    }
}
