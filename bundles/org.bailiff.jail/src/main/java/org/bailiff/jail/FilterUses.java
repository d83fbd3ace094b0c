// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterUser;

/** Which jails use which filter now: they are asked before another definition of it comes into force. Thread-safe. */
final class FilterUses implements FilterUser {
    /** What is wrong with a definition is wrong for most jails: so many say it. */
    private static final int MOST = 5;

    private final List<Use> uses = new CopyOnWriteArrayList<>();
    private final Supplier<Optional<FilterCompiler>> compiler;

    FilterUses(Supplier<Optional<FilterCompiler>> compiler) {
        this.compiler = compiler;
    }

    /** A jail's use of its filter. Thread-safe. */
    interface Use {
        /** The jail. */
        String jail();

        /** The filter's name, as the jail is configured now. */
        String filter();

        /** Why the jail could not work with the definition; empty if it could. */
        Optional<FilterException> refusal(FilterCompiler compiler, FilterDefinition candidate);

        /** Another definition is in force, or none. Does not wait. */
        void filterChanged();
    }

    void add(Use use) {
        uses.add(use);
    }

    void remove(Use use) {
        uses.remove(use);
    }

    /** All jails end: what becomes of filters is no news to them. */
    void clear() {
        uses.clear();
    }

    @Override
    public boolean uses(String filter) {
        return uses.stream().anyMatch(use -> use.filter().equals(filter));
    }

    @Override
    public List<Problem> objections(FilterDefinition candidate) {
        List<Problem> problems = new ArrayList<>();
        Optional<FilterCompiler> present = compiler.get();
        for (Use use : uses) {
            if (present.isPresent() && problems.size() < MOST && use.filter().equals(candidate.name())) {
                use.refusal(present.get(), candidate).ifPresent(refused -> problems.add(problem(use, refused)));
            }
        }
        return problems;
    }

    private static Problem problem(Use use, FilterException refused) {
        return new Problem(Problem.Severity.ERROR, refused.file(), refused.line(), use.jail(), refused.problem());
    }

    @Override
    public void filterChanged(String filter) {
        uses.stream().filter(use -> use.filter().equals(filter)).forEach(Use::filterChanged);
    }
}
