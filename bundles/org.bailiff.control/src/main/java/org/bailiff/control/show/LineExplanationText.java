// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.action.Proof;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.api.jail.LineExplanation.Consequence;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.text.SafeText;

/** What a jail would make of a line, for people: a tree of steps that ends in the verdict. ASCII, as all trees here. */
public final class LineExplanationText {
    private final PrintWriter out;
    private final Discretion discretion;
    private final Times times;

    /**
     * @param caller who reads it, and may see log text or may not
     */
    public LineExplanationText(PrintWriter out, Caller caller, Times times) {
        this.out = out;
        this.discretion = new Discretion(caller);
        this.times = times;
    }

    /**
     * @param jail what the jail is at the moment
     */
    public void print(LineExplanation explanation, JailStatus jail) {
        List<String> steps = new ArrayList<>();
        steps.add("State: " + JailText.state(jail));
        jail.sources().forEach(source -> steps.add("Source: " + source(source)));
        steps.add("Filter: " + SafeText.of(jail.filter()));
        Verdicts verdicts = new Verdicts(jail, discretion, times);
        explanation.passage().ifPresent(passage -> {
            steps.addAll(PassageSteps.of(passage, explanation.arrival(), discretion, times));
            if (explanation.consequences().isEmpty()) {
                steps.add("Verdict: " + verdicts.of(passage));
            }
        });
        explanation.consequences().forEach(failure -> add(failure, jail, verdicts, steps));
        if (explanation.passage().isEmpty()) {
            steps.add("Verdict: nothing: the jail looks at no line now");
        }
        printTree(SafeText.of(explanation.jail()), steps);
    }

    private static String source(SourceStatus source) {
        String reason = source.reason().isEmpty() ? "" : ": " + SafeText.of(source.reason());
        return SafeText.of(source.stream()) + ", " + source.state() + reason;
    }

    private void add(Consequence failure, JailStatus jail, Verdicts verdicts, List<String> steps) {
        steps.add("Failure: " + told(failure));
        steps.add("Ignore list: " + failure.ignored().map(SafeText::of).orElse("no entry"));
        steps.add("Count: " + failure.attempts() + " of " + failure.maxRetry() + " within "
                + Times.span(jail.findTime()));
        for (Proof proof : failure.enforcement()) {
            steps.add("Enforced: " + SafeText.of(proof.action()) + ": " + SafeText.of(proof.sentence()));
        }
        steps.add("Verdict: " + verdicts.of(failure));
    }

    private String told(Consequence consequence) {
        StringBuilder told =
                new StringBuilder(discretion.who(consequence.failure().id()));
        consequence
                .failure()
                .host()
                .filter(host -> !host.equals(consequence.failure().id()))
                .ifPresent(host -> told.append(", host ").append(discretion.who(host)));
        consequence.failure().users().forEach(user -> told.append(", user ").append(discretion.text(user)));
        int attempts = consequence.failure().attempts();
        told.append(attempts == 1 ? ", 1 attempt" : ", " + attempts + " attempts");
        return told.append(", by regex ").append(consequence.failure().regex()).toString();
    }

    private void printTree(String root, List<String> steps) {
        out.println(root);
        for (int index = 0; index < steps.size(); index++) {
            out.println((index < steps.size() - 1 ? "|- " : "`- ") + steps.get(index));
        }
    }
}
