// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.List;
import java.util.Map;
import javax.management.openmbean.TabularData;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.management.overview.FilterUse;
import org.bailiff.management.show.TableType.Column;
import org.bailiff.text.SafeText;

/** The filters that are offered. */
public final class FilterTable {
    private static final int ROWS = 1000;
    private static final TableType TYPE = new TableType(
            "Filter",
            "a filter that is offered",
            List.of("name"),
            Column.text("name", "the filter's name"),
            Column.text("origin", "where what is in force comes from: library, a path, a bundle, or who deployed it"),
            Column.count("revision", "how many definitions were in force under the name since the daemon started"),
            Column.text("since", "when this one came into force, ISO-8601 in UTC"),
            Column.number("samples", "how many sample lines of its own it brought, all of which came out as it says"),
            Column.number("jails", "how many jails use it"),
            Column.flag("deployed", "whether it was deployed through management, and so can be rolled back"),
            Column.text("refused", "why something of higher rank was not taken; empty: nothing was refused"));

    private FilterTable() {}

    /** A table with one row a filter. */
    public static TabularData of(List<FilterStatus> filters, Map<String, FilterUse> uses, int offset, int limit) {
        return TYPE.of(Page.of(offset, limit, ROWS).of(filters).stream().map(filter -> new Object[] {
            SafeText.of(filter.name()),
            SafeText.of(filter.origin()),
            filter.revision(),
            filter.since().toString(),
            filter.samples(),
            jails(filter, uses),
            filter.canRollBack(),
            refused(filter)
        }));
    }

    /** One line a filter, for people. */
    public static String text(List<FilterStatus> filters, Map<String, FilterUse> uses, int limit) {
        Page page = Page.of(0, limit, ROWS);
        TextTable table = new TextTable("FILTER", "JAILS", "SINCE", "SAMPLES", "ORIGIN", "REFUSED");
        page.of(filters)
                .forEach(filter -> table.row(
                        filter.name(),
                        jails(filter, uses),
                        BanText.shown(filter.since()),
                        filter.samples(),
                        filter.origin(),
                        refused(filter)));
        return table + page.footer("filters", filters.size());
    }

    private static int jails(FilterStatus filter, Map<String, FilterUse> uses) {
        return uses.getOrDefault(filter.name(), FilterUse.NONE).jails();
    }

    /** Why what was offered was not taken, in one line; empty if nothing was refused. */
    public static String refused(FilterStatus filter) {
        return filter.refused()
                .map(refused -> SafeText.of(refused.origin() + " was not taken: " + first(refused.problems())))
                .orElse("");
    }

    private static String first(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .findFirst()
                .map(Problem::toString)
                .orElse("it is wrong");
    }
}
