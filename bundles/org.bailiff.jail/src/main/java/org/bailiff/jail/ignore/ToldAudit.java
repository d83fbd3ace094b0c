// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.function.Consumer;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.Audit;
import org.bailiff.text.SafeText;

/** A trail that also tells the log of each change that was made: who reads only that is to find it there. */
public final class ToldAudit implements Audit {
    private static final int LONGEST = 500;

    private final Audit audit;
    private final Consumer<String> log;

    /**
     * @param log is told a sentence of each
     */
    public ToldAudit(Audit audit, Consumer<String> log) {
        this.audit = audit;
        this.log = log;
    }

    @Override
    public void record(Caller caller, String what, String subject, String before, String after, String outcome) {
        audit.record(caller, what, subject, before, after, outcome);
        if (outcome.equals("done")) {
            String value = after.isEmpty() ? "" : ", " + after;
            log.accept(SafeText.of(what + " " + subject + " by " + caller + value, LONGEST));
        }
    }
}
