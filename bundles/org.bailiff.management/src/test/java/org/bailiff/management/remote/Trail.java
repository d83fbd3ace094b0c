// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.Audit;

/** An audit trail in memory; an entry is one line: who, the role, from where, what, about what: outcome. */
final class Trail implements Audit {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();

    @Override
    public void record(Caller caller, String what, String subject, String before, String after, String outcome) {
        changes.add(what + " " + subject + ": " + before + " -> " + after + ": " + outcome);
        lines.add(caller.principal() + " " + caller.role() + " " + caller.from() + " " + what + " " + subject + ": "
                + outcome);
    }

    /** What, about what: before, after: outcome. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
