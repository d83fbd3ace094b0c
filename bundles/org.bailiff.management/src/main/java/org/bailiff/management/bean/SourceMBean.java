// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import org.bailiff.management.described.Attribute;
import org.bailiff.management.described.Attribute.Metric;
import org.bailiff.management.described.Described;
import org.bailiff.management.described.Operation;

/** A stream that jails read, as management sees it. */
@Described(
        "One log that jails read, whatever their number: a file, the journal, a syslog port. Its numbers are looked at every 2 seconds.")
public interface SourceMBean {

    @Attribute("What kind of source it is: file, journal, syslog, or that of a plug-in.")
    String getKind();

    @Attribute(
            "READING, WAITING (it is not there, and is read as soon as it is) or FAILED (it cannot be read, and is tried again); of several jails that read it, that of the one for which it is worst.")
    String getState();

    @Attribute("Why it is not READING, or what may be missing while it is, and the mend; else empty.")
    String getStateReason();

    @Attribute(value = "1 if it is READING, else 0.", metric = Metric.GAUGE)
    int getHealthy();

    @Attribute(
            value = "Bytes of the log's present file that were read; -1 if the kind has no offsets.",
            units = "bytes",
            metric = Metric.GAUGE)
    long getPositionBytes();

    @Attribute(
            value =
                    "Bytes that are written and not yet read by the jail that is furthest behind; -1 if that is not known.",
            units = "bytes",
            metric = Metric.GAUGE)
    long getLagBytes();

    @Attribute(value = "Lines read.", units = "lines", metric = Metric.COUNTER)
    long getLinesReadTotal();

    @Attribute(value = "Lines too long to be read whole.", units = "lines", metric = Metric.COUNTER)
    long getLinesCutTotal();

    @Attribute(
            value = "How often the log's name came to mean another file, or the file was truncated.",
            units = "rotations",
            metric = Metric.COUNTER)
    long getRotationsTotal();

    @Attribute(value = "Failed reads and opens.", units = "errors", metric = Metric.COUNTER)
    long getErrorsTotal();

    @Attribute(value = "Jails that read it now.", units = "jails", metric = Metric.GAUGE)
    int getJailsCurrent();

    @Operation("The names of the jails that read it, one a line.")
    String listJailsText();
}
