// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import javax.management.openmbean.TabularData;
import org.bailiff.api.Role;
import org.bailiff.management.described.Attribute;
import org.bailiff.management.described.Attribute.Metric;
import org.bailiff.management.described.Described;
import org.bailiff.management.described.Named;
import org.bailiff.management.described.Operation;

/** The daemon as management sees it. */
@Described(
        "Bailiff as a whole: what it is, what it has done, all its bans, and its configuration. With more than 32 jails its attributes are added up every 2 seconds.")
public interface DaemonMBean {

    @Attribute("STARTING, RUNNING, DEGRADED (something does not work as configured, the rest does) or STOPPING.")
    String getState();

    @Attribute("Why the daemon is not RUNNING, and the mend; empty if it is.")
    String getStateReason();

    @Attribute(value = "1 if the daemon is RUNNING, else 0.", metric = Metric.GAUGE)
    int getHealthy();

    @Attribute("Version of the software.")
    String getVersion();

    @Attribute(value = "Seconds since the daemon started.", units = "seconds", metric = Metric.GAUGE)
    long getUptimeSeconds();

    @Attribute(
            value = "Number of the configuration in force, from 1; grows with each that comes into force.",
            metric = Metric.COUNTER)
    long getConfigRevision();

    @Attribute("How the last reload ended, in one line.")
    String getLastReloadResult();

    @Attribute(value = "Jails that are configured.", units = "jails", metric = Metric.GAUGE)
    int getJailsCurrent();

    @Attribute(value = "Bans in force, over all jails.", units = "bans", metric = Metric.GAUGE)
    long getBannedCurrent();

    @Attribute(
            value = "Bans made since the counts began, over all jails; they survive a restart.",
            units = "bans",
            metric = Metric.COUNTER)
    long getBannedTotal();

    @Attribute(
            value = "Failures since the counts began, over all jails; they survive a restart.",
            units = "failures",
            metric = Metric.COUNTER)
    long getFailuresTotal();

    @Attribute(value = "Lines read, over all jails.", units = "lines", metric = Metric.COUNTER)
    long getLinesReadTotal();

    @Attribute(value = "Lines with a failure, over all jails.", units = "lines", metric = Metric.COUNTER)
    long getLinesMatchedTotal();

    @Attribute(value = "Lines too long to be read whole, over all jails.", units = "lines", metric = Metric.COUNTER)
    long getLinesCutTotal();

    @Attribute(
            value =
                    "Milliseconds from reading a line to its ban in the kernel list, median of the last bans; 0 if there were none.",
            units = "milliseconds",
            metric = Metric.GAUGE)
    double getDetectionToBanMillisP50();

    @Attribute(
            value =
                    "Milliseconds from reading a line to its ban in the kernel list, 99th percentile of the last bans; 0 if there were none.",
            units = "milliseconds",
            metric = Metric.GAUGE)
    double getDetectionToBanMillisP99();

    @Operation("The daemon and its jails at a glance, for people.")
    String getStatusText();

    @Operation(
            "The daemon and its jails with their bans as JSON, for machines; the words are those of 'bailiff status --json'. At most 10,000 bans of a jail.")
    String getStatusJson();

    @Operation("Bans in force, for people.")
    String listBansText(
            @Named(value = "jail", description = "a jail's name; empty: all jails") String jail,
            @Named(value = "limit", description = "how many bans at most; 0: 100") int limit);

    @Operation("Bans in force as a table, for machines, ordered by jail and address.")
    TabularData listBans(
            @Named(value = "jail", description = "a jail's name; empty: all jails") String jail,
            @Named(value = "offset", description = "how many bans to pass over") int offset,
            @Named(value = "limit", description = "how many bans at most; 0: 1000; at most 10000") int limit);

    @Operation(
            "Why an address is banned, or is not: what each jail knows of it, its ban, the failures that count, the lines behind them. Whoever is no administrator sees of a line only the address.")
    String explainBan(@Named(value = "address", description = "an IPv4 or IPv6 address") String address);

    @Operation("The values in force with the file and line that each comes from, and what is wrong with the files.")
    String getConfigText();

    @Operation(
            value =
                    "Who changed what, through what and from where, and what was refused, for people; the newest first.",
            role = Role.ADMINISTRATOR,
            reads = true)
    String listAuditText(@Named(value = "limit", description = "how many changes at most; 0: 100") int limit);

    @Operation(
            value = "Who changed what as a table, for machines; the newest first.",
            role = Role.ADMINISTRATOR,
            reads = true)
    TabularData listAudit(
            @Named(value = "offset", description = "how many changes to pass over") int offset,
            @Named(value = "limit", description = "how many changes at most; 0: 100; at most 10000") int limit);

    @Operation(
            value =
                    "Bans an address, or a network if the jail bans networks. Answers when the ban is in force and on disk, or says what is missing.",
            role = Role.OPERATOR)
    String ban(
            @Named(value = "address", description = "an IPv4 or IPv6 address, or a network: a /24 or an IPv6 /64")
                    String address,
            @Named(value = "jail", description = "the jail's name") String jail,
            @Named(value = "seconds", description = "how many seconds; 0: the jail's ban time; -1: for ever")
                    long seconds,
            @Named(value = "reason", description = "why, in your words; may be empty") String reason);

    @Operation(
            value = "Ends the ban of an address, or of a network and of all in it, and forgets their failures.",
            role = Role.OPERATOR)
    String unban(
            @Named(value = "address", description = "an IPv4 or IPv6 address, or a network: a /24 or an IPv6 /64")
                    String address,
            @Named(value = "jail", description = "a jail's name; empty: all jails") String jail);

    @Operation(value = "Ends all bans.", role = Role.OPERATOR)
    String unbanAll(
            @Named(value = "jail", description = "a jail's name; empty: all jails") String jail,
            @Named(value = "dryRun", description = "true: only say which bans would end") boolean dryRun);

    @Operation(
            value =
                    "Reads the configuration again. Jails whose configuration changed are changed; they keep bans and counts.",
            role = Role.ADMINISTRATOR)
    String reload(@Named(value = "dryRun", description = "true: only say what would change") boolean dryRun);
}
