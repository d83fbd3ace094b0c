// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.management.show.ComparisonText;
import org.bailiff.text.SafeText;

/**
 * Answers one call for an action of a jail, or for the first, if it has several of one name: what is read of it is of one
 * moment. Used by one thread.
 */
public final class ActionBean implements ActionMBean {
    private static final double NANOS_PER_MICRO = 1e3;

    private final Jail jail;
    private final String action;
    private final Supplier<Caller> caller;
    /** Null until it is asked for. */
    private ActionStatus status;

    /**
     * @param action its name
     * @param caller who is calling on this thread
     */
    public ActionBean(Jail jail, String action, Supplier<Caller> caller) {
        this.jail = jail;
        this.action = action;
        this.caller = caller;
    }

    private ActionStatus status() {
        if (status == null) {
            status = now();
        }
        return status;
    }

    private ActionStatus now() {
        return jail.status().actions().stream()
                .filter(candidate -> candidate.name().equals(action))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "jail " + jail.name() + " has no action " + SafeText.of(action) + " any more"));
    }

    private ActionStatus.Entries entries() {
        return status().entries();
    }

    private ActionStatus.Totals totals() {
        return status().totals();
    }

    @Override
    public String getState() {
        return status().state().name();
    }

    @Override
    public String getStateReason() {
        return SafeText.of(status().reason());
    }

    @Override
    public int getHealthy() {
        return status().state() == ActionStatus.State.READY && status().reason().isEmpty() ? 1 : 0;
    }

    @Override
    public long getEntriesCurrent() {
        return entries().current();
    }

    @Override
    public long getEntriesPendingCurrent() {
        return entries().pending();
    }

    @Override
    public long getEntriesMax() {
        return entries().max();
    }

    @Override
    public long getWritesTotal() {
        return totals().writes();
    }

    @Override
    public long getErrorsTotal() {
        return totals().errors();
    }

    @Override
    public long getNoticedWithinMillis() {
        return status().noticedWithin().toMillis();
    }

    @Override
    public double getLatencyMicrosP99() {
        return totals().latencyP99().toNanos() / NANOS_PER_MICRO;
    }

    @Override
    public long getEvictedTotal() {
        return totals().evicted();
    }

    @Override
    public long getLapsedTotal() {
        return totals().lapsed();
    }

    @Override
    public long getDelistedByHandTotal() {
        return totals().delisted();
    }

    @Override
    public long getForeignEntriesCurrent() {
        return entries().foreign();
    }

    @Override
    public long getProvenBlockingCurrent() {
        return entries().proven();
    }

    @Override
    public String verify() {
        return resync(true);
    }

    @Override
    public String resync(boolean dryRun) {
        return ComparisonText.of(jail.resync(action, dryRun, caller.get()));
    }
}
