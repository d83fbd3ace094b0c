// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.Audit;

/** Keeps what is recorded, a line each. */
public final class FakeAudit implements Audit {
    public final List<String> entries = new CopyOnWriteArrayList<>();

    @Override
    public void record(Caller caller, String what, String subject, String before, String after, String outcome) {
        entries.add(caller.principal() + " " + what + " [" + subject + "] " + outcome);
    }
}
