// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.Filters;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Trace;
import org.bailiff.text.SafeText;

/** Where filters in force are looked at and tried, away from the jails. The services may come and go. Thread-safe. */
public final class Workbench {
    static final String NO_FILTERS =
            "the filters are not known; see in the log why bundle org.bailiff.filter.admission does not run";
    private static final String NO_COMPILER =
            "filters cannot be compiled; see in the log why bundle org.bailiff.filter does not run";

    private final Supplier<Optional<Filters>> filters;
    private final Supplier<Optional<FilterCompiler>> compiler;
    private final Clock clock;

    /**
     * @param clock says when a line is written that is tried, and in which zone
     */
    public Workbench(Supplier<Optional<Filters>> filters, Supplier<Optional<FilterCompiler>> compiler, Clock clock) {
        this.filters = filters;
        this.compiler = compiler;
        this.clock = clock;
    }

    boolean knowsFilters() {
        return filters.get().isPresent();
    }

    /** What is offered under the name; empty if nothing is, or it is not known. */
    Optional<FilterStatus> status(String name) {
        return filters.get().flatMap(present -> present.status(name));
    }

    /**
     * All that is offered.
     *
     * @throws IllegalStateException if it is not known; the message is a sentence
     */
    List<FilterStatus> statuses() {
        return present().status();
    }

    private Filters present() {
        return filters.get().orElseThrow(() -> new IllegalStateException(NO_FILTERS));
    }

    /**
     * The definition in force.
     *
     * @throws IllegalArgumentException if there is none; the message is a sentence
     */
    FilterDefinition inForce(String name) {
        return present()
                .inForce(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no filter " + Arguments.quoted(name)
                        + "; listFiltersText of FilterLibrary lists them"));
    }

    /** The text of all files of the definition in force, each below its name. */
    String text(String name) {
        return inForce(name).files().stream()
                .map(file ->
                        "# " + SafeText.of(file.path()) + "\n" + file.text().stripTrailing() + "\n")
                .collect(Collectors.joining("\n"));
    }

    /**
     * The definition in force, compiled with no parameters but its own.
     *
     * @throws IllegalStateException if that does not work; the message is a sentence
     */
    Matcher compile(String name) {
        FilterDefinition definition = inForce(name);
        FilterCompiler present = compiler.get().orElseThrow(() -> new IllegalStateException(NO_COMPILER));
        try {
            return present.compile(definition, FilterOptions.plain(clock.getZone()));
        } catch (FilterException e) {
            throw new IllegalStateException(
                    "the filter does not compile without a jail's parameters: " + e.getMessage(), e);
        }
    }

    /** The way of a line that is written now, with a session of its own. */
    Trace trace(Matcher matcher, String line) {
        return matcher.trace(new LogLine(line, clock.instant(), true), matcher.newSession());
    }
}
