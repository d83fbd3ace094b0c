// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.Instant;
import java.util.Comparator;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.filter.admission.samples.SampleRun;

/**
 * A definition that is offered. It keeps what came of its samples, which depends on nothing that may change but the
 * compiler. Thread-safe.
 */
final class Candidate {
    /** The highest ranking first; of equals the one that came first. */
    static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingInt(Candidate::ranking).reversed().thenComparingLong(Candidate::order);

    private final FilterDefinition definition;
    private final String name;
    private final String origin;
    private final int ranking;
    private final long order;
    private volatile Tried tried;

    private record Tried(FilterCompiler compiler, SampleRun.Outcome outcome) {}

    /**
     * @param order in which candidates came
     */
    Candidate(FilterDefinition definition, int ranking, long order) {
        this.definition = definition;
        this.name = definition.name();
        this.origin = definition.origin();
        this.ranking = ranking;
        this.order = order;
    }

    /** One that is not offered, to be tried. */
    static Candidate unoffered(FilterDefinition definition) {
        return new Candidate(definition, FilterDefinition.RANKING_DEPLOYED, Long.MAX_VALUE);
    }

    FilterDefinition definition() {
        return definition;
    }

    /** As the definition said when it came: a plug-in is not called where nobody may wait for it. */
    String name() {
        return name;
    }

    String origin() {
        return origin;
    }

    private int ranking() {
        return ranking;
    }

    private long order() {
        return order;
    }

    /** It, in force from now on. */
    InForce inForce(long revision, Instant now, int samples) {
        return new InForce(definition, origin, revision, now, samples);
    }

    /** What came of its samples, if they were tried with this compiler; else null. */
    SampleRun.Outcome samplesWith(FilterCompiler compiler) {
        Tried last = tried;
        return last != null && last.compiler() == compiler ? last.outcome() : null;
    }

    void keep(FilterCompiler compiler, SampleRun.Outcome outcome) {
        tried = new Tried(compiler, outcome);
    }
}
