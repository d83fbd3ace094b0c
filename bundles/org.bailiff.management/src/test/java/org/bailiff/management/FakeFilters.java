// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bailiff.api.Caller;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.FilterVerdict;
import org.bailiff.api.filter.Filters;

/** Filters that take whatever text is put in, unless it says that it is broken. */
final class FakeFilters implements Filters, FilterLibrary {
    final Map<String, FilterStatus> statuses = new TreeMap<>();
    final Map<String, String> texts = new TreeMap<>();
    final List<String> calls = new ArrayList<>();

    /** A definition of one file. */
    private record Definition(String name, String origin, String text) implements FilterDefinition {
        @Override
        public List<DefinitionFile> files() {
            return List.of(new DefinitionFile(origin + ":" + name + ".conf", text));
        }

        @Override
        public Optional<DefinitionFile> include(String fileName) {
            return Optional.empty();
        }
    }

    FakeFilters with(String name, String origin, long revision, boolean deployed) {
        statuses.put(name, new FilterStatus(name, origin, revision, FakeJail.NOW, 3, Optional.empty(), deployed));
        texts.put(name, "[Definition]\nfailregex = ^refused <HOST>$\n");
        return this;
    }

    FakeFilters refusing(String name, String origin, Instant time) {
        FilterStatus status = statuses.get(name);
        Problem problem = new Problem(Problem.Severity.ERROR, "<html>etc", 12, "", "failregex 1 does not compile");
        statuses.put(
                name,
                new FilterStatus(
                        name,
                        status.origin(),
                        status.revision(),
                        status.since(),
                        status.samples(),
                        Optional.of(new FilterStatus.Refused(origin, time, List.of(problem))),
                        status.canRollBack()));
        return this;
    }

    @Override
    public Optional<FilterDefinition> inForce(String name) {
        return Optional.ofNullable(statuses.get(name))
                .map(status -> new Definition(name, status.origin(), texts.get(name)));
    }

    @Override
    public List<FilterStatus> status() {
        return statuses.values().stream()
                .sorted(Comparator.comparing(FilterStatus::name))
                .toList();
    }

    @Override
    public FilterVerdict validate(String name, String text) {
        calls.add("validate " + name + " " + text);
        return verdict(name, text, false);
    }

    @Override
    public FilterVerdict deploy(String name, String text, boolean dryRun, Caller caller) {
        calls.add("deploy " + name + " " + dryRun + " by " + caller + " " + text);
        FilterVerdict verdict = verdict(name, text, !dryRun);
        if (verdict.changed()) {
            with(name, "deployed by " + caller, 2, true);
            texts.put(name, text);
        }
        return verdict;
    }

    private static FilterVerdict verdict(String name, String text, boolean changed) {
        if (text.contains("broken")) {
            Problem problem = new Problem(Problem.Severity.ERROR, name + ".conf", 2, "", "failregex 1 is <broken>");
            return new FilterVerdict(false, false, 0, List.of(problem), name + " is not taken");
        }
        return new FilterVerdict(true, changed, 0, List.of(), name + (changed ? " is in force" : " could be in force"));
    }

    @Override
    public FilterVerdict rollback(String name, boolean dryRun, Caller caller) {
        calls.add("rollback " + name + " " + dryRun + " by " + caller);
        return verdict(name, "", !dryRun);
    }

    @Override
    public FilterVerdict undeploy(String name, boolean dryRun, Caller caller) {
        calls.add("undeploy " + name + " " + dryRun + " by " + caller);
        return verdict(name, "", !dryRun);
    }
}
