// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.FilterUser;
import org.bailiff.filter.admission.samples.SampleRun;

/**
 * Tries definitions: their samples, and whether those who use them could work with them. What compilers, users and
 * definitions throw counts as an objection, for they are plug-ins. Thread-safe; to be called without any lock.
 */
final class Examiner {
    private final Collection<FilterUser> users;
    private final InstantSource clock;
    private volatile FilterCompiler compiler;

    /**
     * @param users who are there now; a collection that may change at any time
     */
    Examiner(Collection<FilterUser> users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    /** From now on definitions are tried with this compiler. */
    void use(FilterCompiler replacement) {
        compiler = replacement;
    }

    void useNoMore(FilterCompiler former) {
        if (compiler == former) {
            compiler = null;
        }
    }

    Optional<FilterCompiler> compiler() {
        return Optional.ofNullable(compiler);
    }

    /**
     * Tries a definition. There must be a compiler.
     *
     * @param before what is in force; what nobody uses is measured by it
     */
    Examination examine(Candidate candidate, Optional<FilterDefinition> before) {
        FilterCompiler current = compiler;
        if (current == null) {
            Problem problem = error(candidate.definition(), "no bundle compiles filters; start org.bailiff.filter");
            return new Examination(0, false, List.of(problem));
        }
        try {
            return examine(candidate, before, current);
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            return new Examination(0, true, List.of(fault(candidate.definition(), fault)));
        }
    }

    private Examination examine(Candidate candidate, Optional<FilterDefinition> before, FilterCompiler current) {
        SampleRun.Outcome samples = samples(candidate, current);
        List<Problem> errors = new ArrayList<>(samples.problems());
        List<FilterUser> using = users.stream()
                .filter(user -> uses(user, candidate.definition()))
                .toList();
        if (errors.isEmpty() && using.isEmpty()) {
            errors.addAll(withoutUsers(candidate.definition(), before, current));
        } else if (errors.isEmpty()) {
            using.forEach(user -> errors.addAll(objections(user, candidate.definition())));
        }
        return new Examination(samples.right(), !using.isEmpty(), errors);
    }

    private SampleRun.Outcome samples(Candidate candidate, FilterCompiler current) {
        SampleRun.Outcome known = candidate.samplesWith(current);
        if (known != null) {
            return known;
        }
        SampleRun.Outcome outcome = SampleRun.of(candidate.definition(), current, clock.instant());
        candidate.keep(current, outcome);
        return outcome;
    }

    /** Whether there are samples to be tried: a look at the text, so that a start costs nothing where there are none. */
    boolean bringsSamples(Candidate candidate) {
        try {
            return SampleRun.mayBeOf(candidate.definition());
        } catch (RuntimeException | LinkageError fault) {
            // The trial says what the plug-in throws.
            return true;
        }
    }

    /** Whether its own samples speak against it, or could not even be tried; to be asked after a trial. */
    boolean isDisproved(Candidate candidate) {
        SampleRun.Outcome known = candidate.samplesWith(compiler);
        return bringsSamples(candidate) && (known == null || !known.problems().isEmpty());
    }

    private static boolean uses(FilterUser user, FilterDefinition candidate) {
        try {
            return user.uses(candidate.name());
        } catch (RuntimeException | LinkageError fault) {
            // Who cannot even say that is asked for objections, and what he then throws is one.
            return true;
        }
    }

    private static List<Problem> objections(FilterUser user, FilterDefinition candidate) {
        try {
            return user.objections(candidate);
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            return List.of(fault(candidate, fault));
        }
    }

    /**
     * Many definitions compile only with the parameters of a jail, or are there to be included. So what nobody uses is no
     * worse than what was if that does not compile either.
     */
    private static List<Problem> withoutUsers(
            FilterDefinition candidate, Optional<FilterDefinition> before, FilterCompiler compiler) {
        Optional<FilterException> wrong = wrong(candidate, compiler);
        boolean worse = wrong.isPresent()
                && before.map(definition -> wrong(definition, compiler).isEmpty())
                        .orElse(true);
        return worse
                ? List.of(new Problem(
                        Severity.ERROR,
                        wrong.get().file(),
                        wrong.get().line(),
                        "",
                        wrong.get().problem()))
                : List.of();
    }

    private static Optional<FilterException> wrong(FilterDefinition definition, FilterCompiler compiler) {
        try {
            compiler.compile(definition, FilterOptions.plain(ZoneOffset.UTC));
            return Optional.empty();
        } catch (FilterException wrong) {
            return Optional.of(wrong);
        }
    }

    /** What is doubtful in a definition, as far as it compiles without parameters. */
    List<Problem> doubts(FilterDefinition definition) {
        try {
            return compiler().isEmpty()
                    ? List.of()
                    : compiler.compile(definition, FilterOptions.plain(ZoneOffset.UTC))
                            .warnings();
        } catch (FilterException needsParameters) {
            // That it passes with those is known; each jail says what it doubts when it has compiled it.
            return List.of();
        }
    }

    private static Problem fault(FilterDefinition candidate, Throwable fault) {
        return error(candidate, "a plug-in failed on it, which is a fault of Bailiff's or of the plug-in: " + fault);
    }

    private static Problem error(FilterDefinition candidate, String message) {
        return new Problem(Severity.ERROR, candidate.origin(), 0, "", message);
    }
}
