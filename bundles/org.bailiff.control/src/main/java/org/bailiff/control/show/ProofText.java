// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.action.Proof;
import org.bailiff.text.SafeText;

/** What an action can show of a ban, for people: its own sentence, and what that rests on. */
final class ProofText {
    private final Labels labels;
    private final Times times;

    ProofText(Labels labels, Times times) {
        this.labels = labels;
        this.times = times;
    }

    void print(Proof proof) {
        labels.line(
                proof.inForce() ? "Enforced" : "Not enforced", SafeText.of(proof.action() + ": " + proof.sentence()));
        List<String> moments = new ArrayList<>();
        proof.confirmed().ifPresent(since -> moments.add("read back since " + times.moment(since)));
        proof.lastDropped().ifPresent(last -> moments.add("last packet dropped at " + times.moment(last)));
        if (!moments.isEmpty()) {
            labels.detail("Proof: " + String.join("; ", moments));
        }
    }
}
