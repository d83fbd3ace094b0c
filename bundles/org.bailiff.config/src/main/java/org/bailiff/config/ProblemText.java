// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;

/**
 * Problems as text for people: errors each on a line; of many warnings that differ only in a path, a number or a quoted
 * word, the first, and which jails have the others.
 */
final class ProblemText {
    /** So many alike are still read. */
    private static final int SHOWN = 5;

    private static final Pattern DIFFERENT = Pattern.compile("\\S*/\\S*|'[^']*'|\\[[^]]*]|\\d+");

    private final PrintWriter out;
    private final boolean all;

    /**
     * @param all whether to leave none out
     */
    ProblemText(PrintWriter out, boolean all) {
        this.out = out;
        this.all = all;
    }

    void print(Collection<Problem> problems) {
        Map<String, List<Problem>> kinds = new LinkedHashMap<>();
        problems.forEach(problem ->
                kinds.computeIfAbsent(kind(problem), kind -> new ArrayList<>()).add(problem));
        kinds.values().forEach(this::printAlike);
    }

    private String kind(Problem problem) {
        boolean alone = all || problem.severity() == Severity.ERROR;
        return alone ? problem.toString() : DIFFERENT.matcher(problem.message()).replaceAll("*");
    }

    private void printAlike(List<Problem> alike) {
        Map<String, List<Problem>> lines = new LinkedHashMap<>();
        alike.forEach(problem -> lines.computeIfAbsent(problem.toString(), line -> new ArrayList<>())
                .add(problem));
        int shown = lines.size() <= SHOWN ? SHOWN : 1;
        lines.keySet().stream().limit(shown).forEach(out::println);
        if (lines.size() > shown) {
            Set<String> jails = new LinkedHashSet<>();
            lines.values().stream().skip(shown).flatMap(List::stream).forEach(problem -> jails.add(problem.jail()));
            jails.remove("");
            out.println("  and " + (lines.size() - shown) + " more like it" + of(jails) + "; --all shows each");
        }
    }

    private static String of(Set<String> jails) {
        return jails.isEmpty() ? "" : ", of " + String.join(", ", jails);
    }
}
