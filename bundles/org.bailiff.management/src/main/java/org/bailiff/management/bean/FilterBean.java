// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.Matcher;
import org.bailiff.management.overview.FilterUse;
import org.bailiff.management.overview.Overview;
import org.bailiff.management.show.Discretion;
import org.bailiff.management.show.FilterTable;
import org.bailiff.management.show.PassageText;
import org.bailiff.management.show.RulesText;
import org.bailiff.text.SafeText;

/**
 * Answers one call for a filter: what is in force as it is now, what jails make of it from one overview. Used by one thread.
 */
public final class FilterBean implements FilterMBean {
    private static final double NANOS_PER_MICRO = 1e3;

    private final String name;
    private final Overview overview;
    private final Workbench workbench;
    private final Supplier<Caller> caller;
    /** Null until it is asked for. */
    private Optional<FilterStatus> status;

    /**
     * @param name the filter's
     * @param caller who is calling on this thread
     */
    public FilterBean(String name, Overview overview, Workbench workbench, Supplier<Caller> caller) {
        this.name = name;
        this.overview = overview;
        this.workbench = workbench;
        this.caller = caller;
    }

    /** How a filter is. */
    private enum State {
        IN_FORCE,
        REFUSED,
        MISSING
    }

    private Optional<FilterStatus> status() {
        if (status == null) {
            status = workbench.status(name);
        }
        return status;
    }

    private FilterUse use() {
        return overview.use(name);
    }

    private State state() {
        return status().map(known -> known.refused().isPresent() ? State.REFUSED : State.IN_FORCE)
                .orElse(State.MISSING);
    }

    @Override
    public String getState() {
        return state().name();
    }

    @Override
    public String getStateReason() {
        if (!workbench.knowsFilters()) {
            return Workbench.NO_FILTERS;
        }
        return status().map(FilterTable::refused)
                .orElse("nobody offers a filter of this name; put one into etc/filter.d, or deploy it");
    }

    @Override
    public int getHealthy() {
        return state() == State.IN_FORCE ? 1 : 0;
    }

    @Override
    public String getOrigin() {
        return status().map(known -> SafeText.of(known.origin())).orElse("");
    }

    @Override
    public long getRevision() {
        return status().map(FilterStatus::revision).orElse(0L);
    }

    @Override
    public long getMatchesTotal() {
        return use().matches();
    }

    @Override
    public long getMissesTotal() {
        return use().misses();
    }

    @Override
    public long getTimeoutsTotal() {
        return use().timeouts();
    }

    @Override
    public double getMatchMicrosP99() {
        return use().matchP99().toNanos() / NANOS_PER_MICRO;
    }

    @Override
    public int getJailsCurrent() {
        return use().jails();
    }

    @Override
    public String testLine(String line) {
        Matcher matcher = workbench.compile(name);
        return PassageText.of(matcher.rules(), workbench.trace(matcher, line), new Discretion(caller.get()));
    }

    @Override
    public String listRulesText() {
        return RulesText.of(workbench.compile(name).rules());
    }
}
