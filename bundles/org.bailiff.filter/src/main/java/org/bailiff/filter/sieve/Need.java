// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.filter.Matcher;
import org.bailiff.filter.match.CompiledFilter;
import org.bailiff.filter.match.Rules;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.Rule;

/**
 * What a line must hold for a matcher not to miss it: of each set, one of its texts. No sets: every line may concern it.
 *
 * @param anyOfEach ASCII texts
 */
record Need(List<Set<String>> anyOfEach) {
    /** Shorter texts are in most lines and cost more than they spare. */
    private static final int SHORTEST = 3;

    private static final Need NOTHING = new Need(List.of());

    static Need of(Matcher matcher) {
        // A date that is cut out of the middle of a word may leave a text that the line does not hold.
        return matcher instanceof CompiledFilter filter
                        && !filter.needsEveryLine()
                        && filter.compiled().dates().isBounded()
                ? of(filter.compiled())
                : NOTHING;
    }

    private static Need of(Rules rules) {
        List<Set<String>> sets = new ArrayList<>();
        rules.prefix().map(Rule::regex).flatMap(Regex::requiredLiterals).ifPresent(sets::add);
        ofOne(rules.failures()).ifPresent(sets::add);
        sets.removeIf(set -> set.stream().anyMatch(text -> text.length() < SHORTEST));
        return new Need(List.copyOf(sets));
    }

    private static Optional<Set<String>> ofOne(List<Rule> rules) {
        Set<String> all = new LinkedHashSet<>();
        for (Rule rule : rules) {
            if (rule.regex().requiredLiterals().isEmpty()) {
                return Optional.empty();
            }
            all.addAll(rule.regex().requiredLiterals().get());
        }
        return Optional.of(all);
    }
}
