// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.report;

import java.io.PrintWriter;
import java.util.List;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.api.filter.Matcher;
import org.bailiff.text.SafeText;

/** Which regexes and date patterns hit how often, in fail2ban-regex's form. */
final class Hits {
    private static final int LONGEST_REGEX = 2000;

    private final PrintWriter out;
    private final Tally tally;
    private final boolean verbose;

    /**
     * @param verbose whether those that hit nothing are shown too
     */
    Hits(PrintWriter out, Tally tally, boolean verbose) {
        this.out = out;
        this.tally = tally;
        this.verbose = verbose;
    }

    void print(Matcher matcher) {
        FilterRules rules = matcher.rules();
        printPrefix(rules);
        printRegexes(rules);
        out.println("Date template hits:");
        printTable("date format", "datepattern", rules.datePatterns());
        printCutOffs(matcher.cutOffs());
    }

    /** The same where only is known which regex decided. */
    void printDeciding(Matcher matcher) {
        printRegexes(matcher.rules());
        printCutOffs(matcher.cutOffs());
    }

    private void printPrefix(FilterRules rules) {
        if (rules.prefRegex().isPresent()) {
            out.println("Prefregex: " + tally.hits("prefregex", 1) + " total");
            out.println("|  " + shown(rules.prefRegex().get()));
            out.println("`-");
        }
    }

    private void printRegexes(FilterRules rules) {
        out.println("Failregex: " + tally.total("failregex", rules.failRegexes().size()) + " total");
        printTable("regular expression", "failregex", rules.failRegexes());
        out.println("Ignoreregex: "
                + tally.total("ignoreregex", rules.ignoreRegexes().size()) + " total");
        printTable("regular expression", "ignoreregex", rules.ignoreRegexes());
    }

    private void printTable(String what, String key, List<String> texts) {
        boolean any = verbose || tally.total(key, texts.size()) > 0;
        if (any && !texts.isEmpty()) {
            out.println("|-  #) [# of hits] " + what);
            for (int number = 1; number <= texts.size(); number++) {
                long hits = tally.hits(key, number);
                if (verbose || hits > 0) {
                    out.printf("| %3d) [%d] %s%n", number, hits, shown(texts.get(number - 1)));
                }
            }
            out.println("`-");
        }
        out.println();
    }

    private void printCutOffs(List<CutOff> cutOffs) {
        if (!cutOffs.isEmpty()) {
            out.println("Cut off, for taking too many steps:");
            for (CutOff cutOff : cutOffs) {
                out.println("|  " + cutOff.key() + " " + cutOff.number() + ", " + cutOff.count() + " times: "
                        + shown(cutOff.regex()));
            }
            out.println("`-");
            out.println();
        }
    }

    private static String shown(String regex) {
        return SafeText.of(regex, LONGEST_REGEX);
    }
}
