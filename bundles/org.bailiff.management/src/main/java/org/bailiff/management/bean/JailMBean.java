// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import javax.management.openmbean.TabularData;
import org.bailiff.api.Role;
import org.bailiff.management.described.Attribute;
import org.bailiff.management.described.Attribute.Metric;
import org.bailiff.management.described.Described;
import org.bailiff.management.described.Named;
import org.bailiff.management.described.Operation;

/** A jail as management sees it. */
@Described("One jail: a filter, the logs it reads, the actions that carry out its bans, and its thresholds.")
public interface JailMBean {

    @Attribute(
            "ACTIVE, PAUSED (does not read, its bans hold), SIMULATING (decides, does not enforce), WAITING (something it needs is not there yet), FAILED or DISABLED.")
    String getState();

    @Attribute("Why the jail is in that state, and the mend; empty while ACTIVE without reservation.")
    String getStateReason();

    @Attribute(
            value = "0 if the jail is WAITING or FAILED, or ACTIVE with a reservation; else 1.",
            metric = Metric.GAUGE)
    int getHealthy();

    @Attribute("The filter's name.")
    String getFilter();

    @Attribute("The actions' names and states.")
    String getActions();

    @Attribute(
            value =
                    "How many seconds a ban lasts; -1: for ever. A change takes effect with the next ban, survives a restart, and is an override until it is unset (key bantime).",
            units = "seconds",
            metric = Metric.GAUGE)
    long getBanTimeSeconds();

    void setBanTimeSeconds(long seconds);

    @Attribute(
            value =
                    "In how many seconds failures count together. A change survives a restart, and is an override until it is unset (key findtime).",
            units = "seconds",
            metric = Metric.GAUGE)
    long getFindTimeSeconds();

    void setFindTimeSeconds(long seconds);

    @Attribute(
            value =
                    "How many failures within find time ban. A change survives a restart, and is an override until it is unset (key maxretry).",
            units = "failures",
            metric = Metric.GAUGE)
    int getMaxRetry();

    void setMaxRetry(int failures);

    @Attribute(value = "Bans in force.", units = "bans", metric = Metric.GAUGE)
    long getBannedCurrent();

    @Attribute(
            value = "Bans made since the counts began; they survive a restart.",
            units = "bans",
            metric = Metric.COUNTER)
    long getBannedTotal();

    @Attribute(value = "Addresses with failures that count now.", units = "addresses", metric = Metric.GAUGE)
    long getFailuresCurrent();

    @Attribute(
            value = "Failures since the counts began; they survive a restart.",
            units = "failures",
            metric = Metric.COUNTER)
    long getFailuresTotal();

    @Attribute(value = "Lines read.", units = "lines", metric = Metric.COUNTER)
    long getLinesReadTotal();

    @Attribute(value = "Lines with a failure.", units = "lines", metric = Metric.COUNTER)
    long getLinesMatchedTotal();

    @Attribute(
            value = "Lines that the filter looked at and found nothing in, since the jail began to work.",
            units = "lines",
            metric = Metric.COUNTER)
    long getLinesMissedTotal();

    @Attribute(
            value = "Lines that an ignoreregex vetoed, and failures of ignored addresses.",
            units = "lines",
            metric = Metric.COUNTER)
    long getLinesIgnoredTotal();

    @Attribute(
            value =
                    "How often a regex of the filter took too many steps for a line and was cut off; which one, listCutOffs tells.",
            units = "searches",
            metric = Metric.COUNTER)
    long getCutOffsTotal();

    @Attribute(
            value =
                    "Microseconds that the filter took for a line, 99th percentile of some of the last ones; 0 if there were none.",
            units = "microseconds",
            metric = Metric.GAUGE)
    double getMatchMicrosP99();

    @Attribute(value = "Addresses whose failures are remembered now.", units = "addresses", metric = Metric.GAUGE)
    long getTrackedAddressesCurrent();

    @Attribute(
            value = "Seconds since a failure was last found; -1 if none was.",
            units = "seconds",
            metric = Metric.GAUGE)
    long getSecondsSinceLastMatch();

    @Operation(
            "The jail with its bans as JSON, for machines; the words are those of 'bailiff status --json'. At most 10,000 bans.")
    String getStatusJson();

    @Operation(
            "What the jail would make of a line if it were written to its log now: each step, and the verdict. Nothing is counted. Whoever is no administrator sees of the line only what the filter took for an address.")
    String explainLine(
            @Named(value = "line", description = "a whole line as it stands in the log, with its date") String line);

    @Operation("The regexes that took too many steps for a line and were cut off, for people.")
    String listCutOffsText();

    @Operation("The regexes that took too many steps for a line and were cut off, as a table, for machines.")
    TabularData listCutOffs();

    @Operation("Bans in force, for people.")
    String listBansText(@Named(value = "limit", description = "how many bans at most; 0: 100") int limit);

    @Operation("Bans in force as a table, for machines, ordered by address.")
    TabularData listBans(
            @Named(value = "offset", description = "how many bans to pass over") int offset,
            @Named(value = "limit", description = "how many bans at most; 0: 1000; at most 10000") int limit);

    @Operation(
            value =
                    "Bans an address, or a network if the jail bans networks. Answers when the ban is in force and on disk, or says what is missing.",
            role = Role.OPERATOR)
    String ban(
            @Named(value = "address", description = "an IPv4 or IPv6 address, or a network: a /24 or an IPv6 /64")
                    String address,
            @Named(value = "seconds", description = "how many seconds; 0: the jail's ban time; -1: for ever")
                    long seconds,
            @Named(value = "reason", description = "why, in your words; may be empty") String reason);

    @Operation(
            value = "Ends the ban of an address, or of a network and of all in it, and forgets their failures.",
            role = Role.OPERATOR)
    String unban(
            @Named(value = "address", description = "an IPv4 or IPv6 address, or a network: a /24 or an IPv6 /64")
                    String address);

    @Operation(
            value =
                    "Stops the jail from reading lines; its bans hold and end in time. It survives a restart; resume reads on from where it was, so that nothing is lost.",
            role = Role.OPERATOR)
    String pause();

    @Operation(value = "Lets a paused jail read on from where it was.", role = Role.OPERATOR)
    String resume();

    @Operation(
            value =
                    "Has the jail decide and not enforce, or enforce again. An override until it is unset (key simulate).",
            role = Role.ADMINISTRATOR)
    String setSimulating(
            @Named(value = "simulating", description = "true: decide and do not enforce; false: enforce")
                    boolean simulating,
            @Named(value = "dryRun", description = "true: only say what would change") boolean dryRun);

    @Operation(
            value =
                    "Adds an address or a network to the jail's own ignore list, so that the jail never bans it. An override until it is unset (key ignoreip). A ban in force does not end by it; unban ends it.",
            role = Role.ADMINISTRATOR)
    String addIgnored(
            @Named(value = "cidr", description = "an IPv4 or IPv6 address, or a network, e.g. 192.0.2.0/24")
                    String cidr);

    @Operation(
            value =
                    "Takes an address or a network out of the jail's own ignore list. An override until it is unset (key ignoreip).",
            role = Role.ADMINISTRATOR)
    String removeIgnored(
            @Named(value = "cidr", description = "an IPv4 or IPv6 address, or a network, as the list has it")
                    String cidr);

    @Operation(
            value =
                    "Puts the jail to work; its remembered bans that still run come back. An override until it is unset (key enabled).",
            role = Role.ADMINISTRATOR)
    String enable();

    @Operation(
            value =
                    "Takes the jail out of work and its bans out of the system; they are remembered. An override until it is unset (key enabled).",
            role = Role.ADMINISTRATOR)
    String disable();

    @Operation(value = "Takes an override back, so that the files' value counts again.", role = Role.ADMINISTRATOR)
    String unset(@Named(value = "key", description = "fail2ban's key, e.g. bantime") String key);
}
