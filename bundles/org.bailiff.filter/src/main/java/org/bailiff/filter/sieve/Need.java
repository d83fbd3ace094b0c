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
        sets.removeIf(set -> shortest(set) < SHORTEST);
        int longest = sets.stream().mapToInt(Need::shortest).max().orElse(0);
        // To look for short texts costs more, for all matchers: they are left out where there are longer ones.
        sets.removeIf(set -> shortest(set) < Math.min(longest, TextIndex.LONG));
        return new Need(sets.stream().map(Need::withoutLonger).toList());
    }

    private static int shortest(Set<String> set) {
        return set.stream().mapToInt(String::length).min().orElse(0);
    }

    /** The set without texts that hold another one: that one is found where they are. */
    private static Set<String> withoutLonger(Set<String> set) {
        Set<String> least = new LinkedHashSet<>(set);
        least.removeIf(text -> set.stream().anyMatch(other -> !other.equals(text) && text.contains(other)));
        return least;
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
