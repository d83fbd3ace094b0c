// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import org.bailiff.management.described.Attribute;
import org.bailiff.management.described.Attribute.Metric;
import org.bailiff.management.described.Described;
import org.bailiff.management.described.Named;
import org.bailiff.management.described.Operation;

/** A filter as management sees it. */
@Described(
        "One filter: how failures of a service are recognised in its log. Filters that a jail uses, that were deployed, or of which something was refused have such a bean; FilterLibrary lists all. What jails count is added up every 2 seconds.")
public interface FilterMBean {

    @Attribute(
            "IN_FORCE, REFUSED (something of higher rank was not taken, what was in force stays) or MISSING (a jail uses it, and nobody offers it).")
    String getState();

    @Attribute("What was refused and why, or what is missing, and the mend; empty while IN_FORCE.")
    String getStateReason();

    @Attribute(value = "1 if the filter is IN_FORCE, else 0.", metric = Metric.GAUGE)
    int getHealthy();

    @Attribute(
            "Where the definition in force comes from: library, a path, a bundle, or who deployed it; empty if there is none.")
    String getOrigin();

    @Attribute(
            value = "How many definitions were in force under this name since the daemon started; 0 if there is none.",
            metric = Metric.COUNTER)
    long getRevision();

    @Attribute(
            value = "Lines in which the jails that use the filter found a failure.",
            units = "lines",
            metric = Metric.COUNTER)
    long getMatchesTotal();

    @Attribute(
            value = "Lines that the filter looked at and found nothing in, over all jails that use it.",
            units = "lines",
            metric = Metric.COUNTER)
    long getMissesTotal();

    @Attribute(
            value =
                    "Searches that were cut off because they took too many steps for a line, and so found nothing, over all jails that use it.",
            units = "searches",
            metric = Metric.COUNTER)
    long getTimeoutsTotal();

    @Attribute(
            value =
                    "Microseconds that the filter took for a line, 99th percentile of some of the last ones, in the jail where it was slowest; 0 if there were none.",
            units = "microseconds",
            metric = Metric.GAUGE)
    double getMatchMicrosP99();

    @Attribute(value = "Jails that use the filter now.", units = "jails", metric = Metric.GAUGE)
    int getJailsCurrent();

    @Operation(
            "Tries the filter on a line of a log, with its own parameters alone: the outcome, and which regexes led to it. Nothing is counted. The jail's explainLine tries it as the jail has configured it. Whoever is no administrator sees of the line only what the filter took for an address.")
    String testLine(
            @Named(value = "line", description = "a whole line as it stands in the log, with its date") String line);

    @Operation("What the filter looks for, for people: its regexes and date patterns with their numbers.")
    String listRulesText();
}
