// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.help;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.command.HelpText;

/** What {@code bailiff help} prints: every verb in a line, under the titles of their groups. */
public final class Overview {
    /** The titles in the order of a day's work; a plug-in's own come behind them. */
    private static final List<String> TITLES = List.of("The daemon", "To look", "To change", "Without a daemon");

    private static final String HEAD = "Bailiff bans attackers from the logs, as an ordinary user.\n\n"
            + "usage: bailiff [--etc DIR] [--data DIR] [--socket PATH] VERB [ARGUMENT...]\n";
    private static final String FOOT = "\n'bailiff help VERB' says more. Every verb knows --json."
            + "\nExit: 0 done, 1 failed, 2 wrong usage, 3 not running, 4 not allowed, 78 wrong configuration.\n"
            + "\nTo begin: 'bailiff demo' shows it at work; 'bailiff check' examines the configuration,"
            + "\n'bailiff firewall' prints what root does once, 'bailiff doctor' tells whether it worked,"
            + "\n'bailiff run' starts the daemon.\n";

    private Overview() {}

    /** The text, for these verbs. */
    public static String of(Collection<HelpText> verbs) {
        int width = verbs.stream().mapToInt(verb -> verb.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(HEAD);
        byGroup(verbs).forEach((title, group) -> {
            text.append('\n').append(title).append('\n');
            for (HelpText verb : group) {
                String gap = " ".repeat(width + 2 - verb.name().length());
                text.append("  ")
                        .append(verb.name())
                        .append(gap)
                        .append(verb.summary())
                        .append('\n');
            }
        });
        return text.append(FOOT).toString();
    }

    /** The verbs by the title of their group, both in the order in which they are shown. */
    public static Map<String, List<HelpText>> byGroup(Collection<HelpText> verbs) {
        Map<String, List<HelpText>> groups = new LinkedHashMap<>();
        TITLES.forEach(title -> groups.put(title, new ArrayList<>()));
        verbs.stream()
                .sorted(Comparator.comparing(HelpText::group)
                        .thenComparing(HelpText::rank)
                        .thenComparing(HelpText::name))
                .forEach(verb -> groups.computeIfAbsent(verb.group(), title -> new ArrayList<>())
                        .add(verb));
        groups.values().removeIf(List::isEmpty);
        return groups;
    }
}
