// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.List;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import org.bailiff.api.filter.CutOff;
import org.bailiff.text.SafeText;

/** Regexes of a jail that were cut off. */
final class CutOffTable {
    private static final int LONGEST = 400;
    private static final String[] COLUMNS = {"key", "number", "count", "regex"};
    private static final String[] MEANINGS = {
        "the key of the definition: failregex, ignoreregex, prefregex or datepattern",
        "the number of the regex among those of the key, from 1",
        "how often it was cut off",
        "the regex, as the definition writes it"
    };
    private static final OpenType<?>[] TYPES = {
        SimpleType.STRING, SimpleType.INTEGER, SimpleType.LONG, SimpleType.STRING
    };

    private CutOffTable() {}

    /** A table with one row a regex. */
    static TabularData of(List<CutOff> cutOffs) {
        try {
            CompositeType rowType = new CompositeType("CutOff", "a regex that was cut off", COLUMNS, MEANINGS, TYPES);
            TabularData table = new TabularDataSupport(new TabularType(
                    "CutOffs", "regexes that were cut off", rowType, new String[] {"key", "number", "regex"}));
            for (CutOff cutOff : cutOffs) {
                Object[] cells = {cutOff.key(), cutOff.number(), cutOff.count(), shown(cutOff)};
                CompositeDataSupport row = new CompositeDataSupport(rowType, COLUMNS, cells);
                // Two that differ behind what is shown would be one row.
                if (!table.containsKey(table.calculateIndex(row))) {
                    table.put(row);
                }
            }
            return table;
        } catch (OpenDataException impossible) {
            throw new IllegalStateException("the rows of cut-offs are not of their own type", impossible);
        }
    }

    /** One line a regex, for people. */
    static String text(List<CutOff> cutOffs) {
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
