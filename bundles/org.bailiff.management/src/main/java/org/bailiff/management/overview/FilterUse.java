// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.overview;

import java.time.Duration;

/**
 * What the jails that use a filter make of it together.
 *
 * @param jails how many use it now
 * @param matches lines with a failure
 * @param misses lines that it looked at and found nothing in
 * @param timeouts searches that were cut off
 * @param matchP99 how long it took for a line, 99th percentile of the slowest jail
 */
public record FilterUse(int jails, long matches, long misses, long timeouts, Duration matchP99) {
    /** Of a filter that no jail uses. */
    public static final FilterUse NONE = new FilterUse(0, 0, 0, 0, Duration.ZERO);
}
