// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.time.ZoneId;
import org.bailiff.api.command.CommandCall;

/** Says what a replay gave, for people or for machines. */
public final class Report {
    private final CommandCall call;
    private final Period period;

    public Report(CommandCall call, Period period) {
        this.call = call;
        this.period = period;
    }

    /** Of one configuration. */
    public void print(Result result) {
        if (call.json()) {
            new JsonReport(call.out()).print(result, period);
        } else {
            text().print(result, period);
        }
    }

    /** Of two, and in what they differ. */
    public void print(Comparison comparison) {
        if (call.json()) {
            new JsonReport(call.out()).print(comparison, period);
            return;
        }
        text().print(comparison.before(), period);
        call.out().println();
        text().print(comparison.after(), period);
        call.out().println();
        new ComparisonText(call.out(), times()).print(comparison);
    }

    private ResultText text() {
        return new ResultText(call.out(), times());
    }

    private ReplayTimes times() {
        return new ReplayTimes(period.until(), ZoneId.systemDefault());
    }
}
