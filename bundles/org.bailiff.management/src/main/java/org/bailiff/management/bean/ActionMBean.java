// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import org.bailiff.api.Role;
import org.bailiff.management.described.Attribute;
import org.bailiff.management.described.Attribute.Metric;
import org.bailiff.management.described.Described;
import org.bailiff.management.described.Named;
import org.bailiff.management.described.Operation;

/** An action of a jail as management sees it. */
@Described("One action of one jail: what its bans do to the system, and what the system shows of it.")
public interface ActionMBean {

    @Attribute(
            "READY (bans are carried out), WAITING (what it writes to is not there yet) or FAILED (no right to, or configured wrongly). Bans are kept until they can be carried out.")
    String getState();

    @Attribute(
            "Why the action waits or failed, or what will not last although it is READY, and the mend; empty if nothing is to be mended.")
    String getStateReason();

    @Attribute(value = "1 if the action is READY without reservation, else 0.", metric = Metric.GAUGE)
    int getHealthy();

    @Attribute(
            value = "Addresses and networks that it keeps out now, as far as it knows.",
            units = "entries",
            metric = Metric.GAUGE)
    long getEntriesCurrent();

    @Attribute(
            value = "Addresses and networks that it should keep out and does not yet.",
            units = "entries",
            metric = Metric.GAUGE)
    long getEntriesPendingCurrent();

    @Attribute(
            value = "How many addresses and networks it can keep out; -1: there is no bound.",
            units = "entries",
            metric = Metric.GAUGE)
    long getEntriesMax();

    @Attribute(value = "Changes made to the system since the action began.", units = "writes", metric = Metric.COUNTER)
    long getWritesTotal();

    @Attribute(
            value = "Changes to the system that failed, since the action began.",
            units = "writes",
            metric = Metric.COUNTER)
    long getErrorsTotal();

    @Attribute(
            value =
                    "Within how many milliseconds a change that others make to the system is noticed, as things are now; 0 if it is not looked at.",
            units = "milliseconds",
            metric = Metric.GAUGE)
    long getNoticedWithinMillis();

    @Attribute(
            value =
                    "Microseconds that a change to the system took, 99th percentile of the last ones; 0 if there were none.",
            units = "microseconds",
            metric = Metric.GAUGE)
    double getLatencyMicrosP99();

    @Attribute(
            value = "Bans that lost their place because there was no room, since the action began.",
            units = "entries",
            metric = Metric.COUNTER)
    long getEvictedTotal();

    @Attribute(
            value =
                    "Bans whose lease was not renewed in time, so that their addresses were let in for a while; since the action began.",
            units = "entries",
            metric = Metric.COUNTER)
    long getLapsedTotal();

    @Attribute(
            value = "Bans that somebody took out of the system by hand, since the action began.",
            units = "entries",
            metric = Metric.COUNTER)
    long getDelistedByHandTotal();

    @Attribute(
            value = "Entries in its place that are not its own; they take up room.",
            units = "entries",
            metric = Metric.GAUGE)
    long getForeignEntriesCurrent();

    @Attribute(
            value = "Entries that are proven to block: a packet of theirs was dropped within the last ten minutes.",
            units = "entries",
            metric = Metric.GAUGE)
    long getProvenBlockingCurrent();

    @Operation("Looks at the system now, and says what should be in force, what is, and where they differ.")
    String verify();

    @Operation(
            value = "The same, and writes again what is missing. What may wait for the system, this does.",
            role = Role.OPERATOR)
    String resync(
            @Named(value = "dryRun", description = "true: only say what differs; false: also put it right")
                    boolean dryRun);
}
