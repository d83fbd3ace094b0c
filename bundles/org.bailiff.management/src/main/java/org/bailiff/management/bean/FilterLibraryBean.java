// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.openmbean.TabularData;
import org.bailiff.api.Caller;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.FilterVerdict;
import org.bailiff.management.overview.Overview;
import org.bailiff.management.show.FilterTable;
import org.bailiff.text.SafeText;

/** Answers one call for all filters. Used by one thread. */
public final class FilterLibraryBean implements FilterLibraryMBean {
    private final Supplier<Optional<FilterLibrary>> library;
    private final Overview overview;
    private final Workbench workbench;
    private final Supplier<Caller> caller;

    /**
     * @param library where filters are put in; may come and go
     * @param caller who is calling on this thread
     */
    public FilterLibraryBean(
            Supplier<Optional<FilterLibrary>> library,
            Overview overview,
            Workbench workbench,
            Supplier<Caller> caller) {
        this.library = library;
        this.overview = overview;
        this.workbench = workbench;
        this.caller = caller;
    }

    private FilterLibrary library() {
        return library.get().orElseThrow(() -> new IllegalStateException(Workbench.NO_FILTERS));
    }

    @Override
    public int getFiltersCurrent() {
        return known().size();
    }

    @Override
    public int getRefusedCurrent() {
        return (int)
                known().stream().filter(filter -> filter.refused().isPresent()).count();
    }

    private List<FilterStatus> known() {
        return workbench.knowsFilters() ? workbench.statuses() : List.of();
    }

    @Override
    public String listFiltersText(int limit) {
        return FilterTable.text(workbench.statuses(), overview.uses(), limit);
    }

    @Override
    public TabularData listFilters(int offset, int limit) {
        return FilterTable.of(workbench.statuses(), overview.uses(), offset, limit);
    }

    @Override
    public String getText(String name) {
        return workbench.text(Arguments.filter(name));
    }

    @Override
    public String validate(String name, String text) {
        return told(library().validate(Arguments.filter(name), DefinitionText.decode(text)));
    }

    @Override
    public String deploy(String name, String text, boolean dryRun) {
        return done(
                library().deploy(Arguments.filter(name), DefinitionText.decode(text), dryRun, caller.get()), dryRun);
    }

    @Override
    public String rollback(String name, boolean dryRun) {
        return done(library().rollback(Arguments.filter(name), dryRun, caller.get()), dryRun);
    }

    @Override
    public String undeploy(String name, boolean dryRun) {
        return done(library().undeploy(Arguments.filter(name), dryRun, caller.get()), dryRun);
    }

    /** A client that does not read answers shall not take what was refused for done. */
    private static String done(FilterVerdict verdict, boolean dryRun) {
        if (!verdict.accepted() && !dryRun) {
            throw new IllegalArgumentException(verdict.sentence()
                    + verdict.problems().stream().map(Problem::toString).collect(Collectors.joining("; ", "; ", "")));
        }
        return told(verdict);
    }

    private static String told(FilterVerdict verdict) {
        List<String> lines = new ArrayList<>(List.of(SafeText.of(verdict.sentence())));
        verdict.problems().forEach(problem -> lines.add(SafeText.of(problem.toString())));
        return String.join("\n", lines);
    }
}
