// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** What the columns of a table for machines are. Immutable. */
final class TableType {
    private final String[] names;
    private final CompositeType row;
    private final TabularType table;

    /**
     * A column.
     *
     * @param meaning of what stands in it, with its unit
     */
    record Column(String name, OpenType<?> type, String meaning) {
        static Column text(String name, String meaning) {
            return new Column(name, SimpleType.STRING, meaning);
        }

        static Column count(String name, String meaning) {
            return new Column(name, SimpleType.LONG, meaning);
        }

        static Column number(String name, String meaning) {
            return new Column(name, SimpleType.INTEGER, meaning);
        }

        static Column flag(String name, String meaning) {
            return new Column(name, SimpleType.BOOLEAN, meaning);
        }
    }

    /**
     * @param name of a row, e.g. {@code Ban}
     * @param keys the columns in which no two rows are alike
     */
    TableType(String name, String meaning, List<String> keys, Column... columns) {
        names = Arrays.stream(columns).map(Column::name).toArray(String[]::new);
        try {
            row = new CompositeType(
                    name,
                    meaning,
                    names,
                    Arrays.stream(columns).map(Column::meaning).toArray(String[]::new),
                    Arrays.stream(columns).map(Column::type).toArray(OpenType<?>[]::new));
            table = new TabularType(name + "s", meaning, row, keys.toArray(String[]::new));
        } catch (OpenDataException impossible) {
            throw new IllegalStateException("the columns of " + name + " are written down here", impossible);
        }
    }

    /** A table of these rows, each with a cell for every column; of two with the same keys, the first. */
    TabularData of(Stream<Object[]> rows) {
        TabularData filled = new TabularDataSupport(table);
        rows.map(this::rowOf)
                .filter(next -> !filled.containsKey(filled.calculateIndex(next)))
                .forEachOrdered(filled::put);
        return filled;
    }

    private CompositeData rowOf(Object... cells) {
        try {
            return new CompositeDataSupport(row, names, cells);
        } catch (OpenDataException impossible) {
            throw new IllegalStateException("the cells of " + row.getTypeName() + " fit their columns", impossible);
        }
    }
}
