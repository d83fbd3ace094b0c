// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.time.Duration;
import java.util.List;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.text.SafeText;

/** The state of daemon and jails, for people. */
public final class StatusText {
    private StatusText() {}

    /** A few lines on the daemon, then one line a jail. */
    public static String of(DaemonStatus daemon, Duration uptime, List<Jail> jails) {
        TextTable table = new TextTable(
                "JAIL", "STATE", "FILTER", "FAILED NOW", "FAILED TOTAL", "BANNED NOW", "BANNED TOTAL", "REASON");
        for (Jail jail : jails) {
            JailStatus status = jail.status();
            table.row(
                    status.name(),
                    status.state(),
                    status.filter(),
                    status.currentlyFailed(),
                    status.totalFailed(),
                    status.currentlyBanned(),
                    status.totalBanned(),
                    status.reason());
        }
        return "Bailiff " + SafeText.of(daemon.version()) + " is " + daemon.state() + reason(daemon.reason()) + "\n"
                + "up for " + shown(uptime) + ", " + daemon.linesRead() + " lines read\n\n" + table;
    }

    private static String reason(String reason) {
        return reason.isEmpty() ? "" : ": " + SafeText.of(reason);
    }

    private static String shown(Duration duration) {
        return duration.toDays() + " days " + duration.toHoursPart() + " h " + duration.toMinutesPart() + " min";
    }
}
