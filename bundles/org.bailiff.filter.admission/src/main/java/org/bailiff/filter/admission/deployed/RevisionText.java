// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.deployed;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form in which a revision is kept: the definition as it was put in, under two lines of comment with a checksum over
 * all that follows it, who, and when. What is not exactly so was damaged or written by hand.
 */
final class RevisionText {
    private static final Pattern FORM = Pattern.compile(
            "# Bailiff filter, format 1, written by the daemon; sha256 (?<digest>[0-9a-f]{64})\n(?<signed>.*)",
            Pattern.DOTALL);
    private static final Pattern SIGNED = Pattern.compile(
            "# (?<filter>\\S+) revision (?<number>[0-9]{1,9}) after (?<before>[0-9]{1,9}) is (?<what>deployed|taken out)"
                    + " at (?<at>\\S+) by (?<by>[^\n]*)\n(?<text>.*)",
            Pattern.DOTALL);

    private RevisionText() {}

    static String format(Revision revision) {
        String signed = "# " + revision.filter() + " revision " + revision.number() + " after " + revision.before()
                + " is " + (revision.text().isPresent() ? "deployed" : "taken out")
                + " at " + revision.at() + " by " + revision.by() + "\n"
                + revision.text().orElse("");
        return "# Bailiff filter, format 1, written by the daemon; sha256 " + Digest.of(signed) + "\n" + signed;
    }

    /** The revision of this filter and number that the text keeps; empty if it keeps none, or another. */
    static Optional<Revision> parse(String filter, int number, String text) {
        Matcher form = FORM.matcher(text);
        Matcher signed = SIGNED.matcher(form.matches() ? form.group("signed") : "");
        if (!signed.matches() || !Digest.of(form.group("signed")).equals(form.group("digest"))) {
            return Optional.empty();
        }
        boolean same = signed.group("filter").equals(filter) && Integer.parseInt(signed.group("number")) == number;
        boolean deployed = signed.group("what").equals("deployed");
        try {
            Revision revision = new Revision(
                    filter,
                    number,
                    Integer.parseInt(signed.group("before")),
                    signed.group("by"),
                    Instant.parse(signed.group("at")),
                    deployed ? Optional.of(signed.group("text")) : Optional.empty());
            return same ? Optional.of(revision) : Optional.empty();
        } catch (DateTimeException notATime) {
            // As with any other damage that a checksum does not find.
            return Optional.empty();
        }
    }
}
