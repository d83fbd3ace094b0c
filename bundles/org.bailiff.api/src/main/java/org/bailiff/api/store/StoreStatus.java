// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.store;

import java.time.Duration;

/**
 * What the store is doing at a moment.
 *
 * @param healthy whether everything that was to be kept is kept
 * @param reason a sentence that says what is not, and the mend; empty if healthy
 * @param bytes size of all logs
 * @param records appended since the start
 * @param corruptRecords found damaged and set aside, since the start
 * @param logs jails that are remembered
 * @param restoreTime how long it took to read all of them back, after the start
 */
public record StoreStatus(
        boolean healthy,
        String reason,
        long bytes,
        long records,
        long corruptRecords,
        int logs,
        Duration restoreTime) {}
