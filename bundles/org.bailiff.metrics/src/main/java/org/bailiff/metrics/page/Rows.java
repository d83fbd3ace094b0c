// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects rows, bounded, and of several with the same labels the first. */
final class Rows<T> {
    /** A glob over thousands of files must not make a page that nobody can read. */
    static final int MOST = 2_000;

    private final List<Row<T>> rows = new ArrayList<>();
    private final Set<Labels> seen = new HashSet<>();
    private final int most;
    private int omitted;

    Rows(int most) {
        this.most = most;
    }

    void add(Labels labels, T status) {
        if (rows.size() >= most) {
            omitted++;
        } else if (seen.add(labels)) {
            rows.add(new Row<>(labels, status));
        }
    }

    List<Row<T>> list() {
        return rows;
    }

    /** How many found no room. */
    int omitted() {
        return omitted;
    }
}
