// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.action.Proof;
import org.bailiff.text.SafeText;

/** What an action can show of a ban, for people: its own sentence, and what that rests on. */
final class ProofText {
    private static final String DROPPED = "dropped";

    private final PrintWriter out;
    private final Times times;

    ProofText(PrintWriter out, Times times) {
        this.out = out;
        this.times = times;
    }

    void print(Proof proof) {
        out.println((proof.inForce() ? "  Enforced: " : "  Not enforced: ")
                + SafeText.of(proof.action() + ": " + proof.sentence()));
        String shown = shown(proof);
        if (!shown.isEmpty()) {
            out.println("    Proof: " + shown);
        }
    }

    /** Empty if the system shows nothing, or the action cannot look: its sentence says so. */
    private String shown(Proof proof) {
        List<String> parts = new ArrayList<>();
        proof.confirmed().ifPresent(since -> parts.add("listed since " + moment(since)));
        proof.lastDropped().ifPresent(last -> parts.add("last packet dropped " + moment(last) + lately(proof)));
        if (proof.confirmed().isPresent() && proof.lastDropped().isEmpty()) {
            boolean said = proof.sentence().contains(DROPPED);
            parts.add("not proven to block" + (said ? "" : ": no packet of it has been dropped yet"));
        }
        return String.join("; ", parts);
    }

    private String moment(Instant moment) {
        return times.moment(moment) + " (" + times.since(moment) + " ago)";
    }

    private static String lately(Proof proof) {
        return proof.droppedLately() == 0
                ? ""
                : ", at least " + proof.droppedLately() + " in the last " + Times.span(Proof.LATELY);
    }
}
