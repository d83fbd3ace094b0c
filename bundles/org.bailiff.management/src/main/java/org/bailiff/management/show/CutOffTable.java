// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.List;
import javax.management.openmbean.TabularData;
import org.bailiff.api.filter.CutOff;
import org.bailiff.management.show.TableType.Column;
import org.bailiff.text.SafeText;

/** Regexes of a jail that were cut off. */
public final class CutOffTable {
    private static final int LONGEST = 400;
    /** Two that differ behind what is shown are one row. */
    private static final TableType TYPE = new TableType(
            "CutOff",
            "a regex that was cut off",
            List.of("key", "number", "regex"),
            Column.text("key", "the key of the definition: failregex, ignoreregex, prefregex or datepattern"),
            Column.number("number", "the number of the regex among those of the key, from 1"),
            Column.count("count", "how often it was cut off"),
            Column.text("regex", "the regex, as the definition writes it"));

    private CutOffTable() {}

    /** A table with one row a regex. */
    public static TabularData of(List<CutOff> cutOffs) {
        return TYPE.of(cutOffs.stream()
                .map(cutOff -> new Object[] {cutOff.key(), cutOff.number(), cutOff.count(), shown(cutOff)}));
    }

    /** One line a regex, for people. */
    public static String text(List<CutOff> cutOffs) {
        if (cutOffs.isEmpty()) {
            return "no regex was cut off";
        }
        TextTable table = new TextTable("COUNT", "REGEX", "AS WRITTEN");
        cutOffs.forEach(cutOff -> table.row(cutOff.count(), cutOff.key() + " " + cutOff.number(), shown(cutOff)));
        return table.toString();
    }

    private static String shown(CutOff cutOff) {
        return SafeText.of(cutOff.regex(), LONGEST);
    }
}
