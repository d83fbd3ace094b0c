// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

/**
 * What a look showed of dropped packets of an address.
 *
 * @param newest the stamp of the last one; of no meaning if there was none
 * @param any whether there was any
 * @param lately how many there were shortly before the look, at least
 */
record Drops(long newest, boolean any, int lately) {
    /** None was seen. */
    static final Drops NONE = new Drops(0, false, 0);
}
