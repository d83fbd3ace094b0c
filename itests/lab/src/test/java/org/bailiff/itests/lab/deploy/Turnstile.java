// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.deploy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The filter of a program that exists only here, in many revisions that all find the same, and some that are wrong. */
final class Turnstile {
    static final String NAME = "turnstile";

    /** Of a session; what tells all by itself must not take the place of one in what a filter remembers. */
    private static final String LINE = "^ turnstile\\[<F-MLFID>\\d+</F-MLFID>\\]: ";

    private static final List<String> REGEXES = List.of(
            LINE + "<F-NOFAIL>client</F-NOFAIL> <ADDR>$",
            LINE + "wrong ticket$",
            "^ turnstile\\[\\d+\\]: no ticket from <ADDR>$",
            LINE + "<F-NOFAIL><F-MLFFORGET>goodbye</F-MLFFORGET></F-NOFAIL>$");
    private static final String SAMPLES =
            """

            [Samples]
            plain = %s: 2026-11-26 10:00:00 turnstile[7]: no ticket from 192.0.2.7
            session = helper: 2026-11-26 10:00:00 turnstile[8]: client 2001:db8::7
                      failure 2001:db8::7: 2026-11-26 10:00:01 turnstile[8]: wrong ticket
            """;

    private Turnstile() {}

    /** A definition whose regexes stand in another order than those of the revision before. */
    static String revision(int number) {
        List<String> regexes = new ArrayList<>(REGEXES);
        Collections.rotate(regexes, number);
        regexes.add(number % regexes.size(), LINE + "revision " + number + " of <ADDR>$");
        return definition(regexes) + SAMPLES.formatted("failure 192.0.2.7");
    }

    /** One that must not come into force: by turns it does not compile, its sample comes out otherwise, it includes what is not there. */
    static String broken(int number) {
        return switch (number % 3) {
            case 0 -> definition(List.of(LINE + "(no ticket from <ADDR>$")) + "# " + number + "\n";
            case 1 -> definition(REGEXES) + "# " + number + "\n" + SAMPLES.formatted("missed");
            default -> "[INCLUDES]\nbefore = absent-" + number + ".conf\n" + definition(REGEXES);
        };
    }

    private static String definition(List<String> regexes) {
        return "[Definition]\nfailregex = " + String.join("\n            ", regexes) + "\n";
    }
}
