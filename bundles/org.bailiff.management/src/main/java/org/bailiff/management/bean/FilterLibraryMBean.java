// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import javax.management.openmbean.TabularData;
import org.bailiff.api.Role;
import org.bailiff.management.described.Attribute;
import org.bailiff.management.described.Attribute.Metric;
import org.bailiff.management.described.Described;
import org.bailiff.management.described.Named;
import org.bailiff.management.described.Operation;

/** All filters as management sees and changes them. */
@Described(
        "All filters that are offered, and those that are put in at run time. What is deployed goes over all others of its name, is kept through a restart, and can be taken back; it is data: no command, no path, no class.")
public interface FilterLibraryMBean {
    /** What a text may look like. */
    String TEXT =
            "the definition in fail2ban's dialect, beginning with [Definition]. Where line ends cannot be typed, as in jconsole, write each as the two characters \\n; then nothing else changes: \\d and \\\\ stay as they are, also in \\\\n, and a regex that needs a line feed writes \\x0a. Or base64: and the whole text so encoded, in UTF-8";

    /** What a name may look like. */
    String NAME = "the filter's name, e.g. sshd";

    @Attribute(value = "Filters that are offered.", units = "filters", metric = Metric.GAUGE)
    int getFiltersCurrent();

    @Attribute(
            value = "Filters of which something was refused, so that something else is in force.",
            units = "filters",
            metric = Metric.GAUGE)
    int getRefusedCurrent();

    @Operation("All filters that are offered, for people: who uses them, where they come from, what was refused.")
    String listFiltersText(@Named(value = "limit", description = "how many filters at most; 0: 1000") int limit);

    @Operation("The same as a table, for machines, ordered by name.")
    TabularData listFilters(
            @Named(value = "offset", description = "how many filters to pass over") int offset,
            @Named(value = "limit", description = "how many filters at most; 0: 1000; at most 10000") int limit);

    @Operation(
            value = "The text of the definition in force: each of its files, below a line with its name.",
            role = Role.ADMINISTRATOR,
            reads = true)
    String getText(@Named(value = "name", description = NAME) String name);

    @Operation(
            value = "Says what deploy would say of the text; nothing is changed.",
            role = Role.ADMINISTRATOR,
            reads = true)
    String validate(
            @Named(value = "name", description = NAME) String name,
            @Named(value = "text", description = TEXT) String text);

    @Operation(
            value =
                    "Puts a filter's definition in force, if it compiles, also for the jails that use it, and the samples in it come out as it says. No line, count or ban is lost. What was deployed before is kept for rollback.",
            role = Role.ADMINISTRATOR)
    String deploy(
            @Named(value = "name", description = NAME) String name,
            @Named(value = "text", description = TEXT) String text,
            @Named(value = "dryRun", description = "true: only say what would become of it") boolean dryRun);

    @Operation(
            value =
                    "Rolls a deployed filter back: what was deployed before is in force again, or, before the first, what was in force without any.",
            role = Role.ADMINISTRATOR)
    String rollback(
            @Named(value = "name", description = NAME) String name,
            @Named(value = "dryRun", description = "true: only say what would become of it") boolean dryRun);

    @Operation(
            value = "Takes out what was deployed; what is offered elsewhere under the name is in force again.",
            role = Role.ADMINISTRATOR)
    String undeploy(
            @Named(value = "name", description = NAME) String name,
            @Named(value = "dryRun", description = "true: only say what would become of it") boolean dryRun);
}
