// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

/** A chain in its table, e.g. {@code INPUT} in {@code filter}. */
record ChainName(String table, String name) {
    /** The table that is meant if none is named. */
    static final String FILTER = "filter";

    static ChainName filter(String name) {
        return new ChainName(FILTER, name);
    }

    /** With the table, unless it is the one that is meant anyway. */
    @Override
    public String toString() {
        return table.equals(FILTER) ? name : table + " " + name;
    }
}
