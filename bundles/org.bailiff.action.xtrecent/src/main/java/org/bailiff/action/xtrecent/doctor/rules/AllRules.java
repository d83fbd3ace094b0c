// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bailiff.action.xtrecent.doctor.Finding;

/** The rules of all families as all programs see them, and what is to be said of them as a whole. */
final class AllRules {
    private static final String SUBJECT = "firewall";

    private final List<Ruleset> rulesets = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    /** Of which not everything could be seen. */
    private final Set<Family> incomplete = EnumSet.noneOf(Family.class);

    private AllRules() {}

    static AllRules read(Set<Family> families, Programs programs) {
        AllRules all = new AllRules();
        for (Family family : families) {
            all.read(family, programs);
        }
        all.findMixture();
        return all;
    }

    private void read(Family family, Programs programs) {
        boolean legacy = read(family, Variant.LEGACY, programs);
        boolean nft = read(family, Variant.NFT, programs);
        if (!legacy && !nft && !read(family, Variant.UNNAMED, programs)) {
            incomplete.add(family);
            findings.add(Finding.unknown(
                    SUBJECT,
                    "there is no " + Variant.UNNAMED.saveProgram(family) + " here, so the rules cannot be seen",
                    "",
                    "apt-get install iptables"));
        }
    }

    /** Whether there is such a program. */
    private boolean read(Family family, Variant variant, Programs programs) {
        try {
            Optional<String> text = programs.output(variant.saveProgram(family), List.of());
            text.map(rules -> Ruleset.parse(family, variant, rules)).ifPresent(this::add);
            return text.isPresent();
        } catch (IOException failure) {
            incomplete.add(family);
            findings.add(Finding.unknown(
                    SUBJECT, family + " rules cannot be seen", String.valueOf(failure.getMessage()), ""));
            return true;
        }
    }

    private void add(Ruleset ruleset) {
        rulesets.add(ruleset);
        if (!ruleset.complete()) {
            incomplete.add(ruleset.family());
            findings.add(Finding.unknown(
                    SUBJECT,
                    ruleset.family() + " has rules that only nft shows",
                    ruleset.variant().saveProgram(ruleset.family()) + " calls a table incompatible",
                    ""));
        }
    }

    private void findMixture() {
        List<String> filled = rulesets.stream()
                .filter(ruleset -> !ruleset.isEmpty())
                .map(Ruleset::program)
                .toList();
        boolean mixed = Stream.of(Variant.LEGACY, Variant.NFT).allMatch(variant -> rulesets.stream()
                .anyMatch(rules -> rules.variant() == variant && !rules.isEmpty()));
        if (mixed) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "rules of iptables-legacy and of iptables-nft are in force at once, and each shows only its own",
                    String.join(", ", filled) + " have rules",
                    ""));
        }
    }

    /** What cannot be seen, and what is odd. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Ruleset> of(Family family) {
        return rulesets.stream().filter(ruleset -> ruleset.family() == family).toList();
    }

    boolean isIncomplete(Family family) {
        return incomplete.contains(family);
    }

    /** What to change rules for a list with: what its other rules were made with, or any rules. */
    String program(Family family, String list) {
        return variants(rulesets.stream().filter(ruleset -> ruleset.names(list)))
                .or(() -> variants(of(family).stream().filter(ruleset -> !ruleset.isEmpty())))
                .orElse(Variant.UNNAMED)
                .program(family);
    }

    private static Optional<Variant> variants(Stream<Ruleset> rulesets) {
        return rulesets.map(Ruleset::variant).findFirst();
    }
}
