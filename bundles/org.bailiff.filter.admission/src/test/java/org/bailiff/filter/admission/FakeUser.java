// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.FilterUser;

/** A jail that uses filters with a parameter, and hears of changes. */
final class FakeUser implements FilterUser {
    /** What it uses. */
    final Set<String> used = new TreeSet<>();
    /** What it was told of. */
    final List<String> told = new ArrayList<>();
    /** What it was asked about. */
    final List<FilterDefinition> asked = new ArrayList<>();

    private final FilterCompiler compiler;
    private final String parameter;
    /** Runs while it is asked. */
    Runnable meanwhile = () -> {};

    FakeUser(FilterCompiler compiler, String parameter) {
        this.compiler = compiler;
        this.parameter = parameter;
    }

    @Override
    public boolean uses(String filter) {
        return used.contains(filter);
    }

    @Override
    public List<Problem> objections(FilterDefinition candidate) {
        asked.add(candidate);
        meanwhile.run();
        try {
            compiler.compile(candidate, new FilterOptions(Map.of(parameter, "yes"), Map.of(), ZoneOffset.UTC));
            return List.of();
        } catch (FilterException refused) {
            return List.of(
                    new Problem(Problem.Severity.ERROR, refused.file(), refused.line(), "sshd", refused.problem()));
        }
    }

    @Override
    public void filterChanged(String filter) {
        told.add(filter);
    }
}
