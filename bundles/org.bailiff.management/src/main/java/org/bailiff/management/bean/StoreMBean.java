// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import org.bailiff.management.described.Attribute;
import org.bailiff.management.described.Attribute.Metric;
import org.bailiff.management.described.Described;

/** What remembers jails, as management sees it. */
@Described("What remembers bans, counts and positions through a crash, on disk.")
public interface StoreMBean {

    @Attribute("KEEPING, FAILED (what is to survive a crash is not kept) or MISSING (there is no store).")
    String getState();

    @Attribute("What is not kept, and the mend; empty while KEEPING.")
    String getStateReason();

    @Attribute(value = "1 if the store is KEEPING, else 0.", metric = Metric.GAUGE)
    int getHealthy();

    @Attribute(value = "Jails that are remembered: one log each.", units = "logs", metric = Metric.GAUGE)
    int getEntriesCurrent();

    @Attribute(value = "Bytes of all logs together.", units = "bytes", metric = Metric.GAUGE)
    long getJournalBytes();

    @Attribute(value = "Records written since the daemon started.", units = "records", metric = Metric.COUNTER)
    long getRecordsTotal();

    @Attribute(
            value = "Records found damaged and set aside since the daemon started.",
            units = "records",
            metric = Metric.COUNTER)
    long getCorruptRecordsTotal();

    @Attribute(
            value = "Milliseconds that reading everything back took after the start.",
            units = "milliseconds",
            metric = Metric.GAUGE)
    long getLastRestoreMillis();
}
