// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.io.PrintWriter;
import java.util.List;

/** Findings for people: a line each, behind its level; below it the evidence and the command that mends it. */
final class TextReport {
    private static final String BELOW = " ".repeat(9);

    private TextReport() {}

    static void print(List<Finding> findings, PrintWriter out) {
        String lastMend = "";
        for (Finding finding : findings) {
            out.println("%-9s%s: %s".formatted(finding.level().word(), finding.subject(), finding.finding()));
            below("seen:    ", finding.evidence(), out);
            boolean same = !finding.mend().isEmpty() && finding.mend().equals(lastMend);
            below("mend:    ", same ? "the same" : finding.mend(), out);
            lastMend = finding.mend();
        }
    }

    private static void below(String label, String text, PrintWriter out) {
        if (!text.isEmpty()) {
            out.println(BELOW + label + text);
        }
    }

    /** How many there are of each level that asks for attention. */
    static String sum(List<Finding> findings) {
        return "wrong: " + count(findings, Finding.Level.WRONG)
                + ", warnings: " + count(findings, Finding.Level.WARNING)
                + ", unknown: " + count(findings, Finding.Level.UNKNOWN);
    }

    private static long count(List<Finding> findings, Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
