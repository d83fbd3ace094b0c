// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.help;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bailiff.api.command.HelpText;
import org.bailiff.dialect.Nearest;
import org.bailiff.launcher.LaunchException;

/** The verb {@code help}, and what is said of a word that is no verb. */
public final class HelpVerb {
    private final HelpShelf shelf;

    public HelpVerb(HelpShelf shelf) {
        this.shelf = shelf;
    }

    /** The overview of all verbs. */
    public String all(boolean json) throws LaunchException {
        Map<String, HelpText> all = shelf.all();
        return json ? json(all.values()) : Overview.of(all.values());
    }

    /** All there is to say of a verb; empty if no jar of the distribution has it. */
    public Optional<String> of(String verb, boolean json) throws LaunchException {
        return shelf.find(verb)
                .map(help -> json ? json(List.of(help)) : help.description().help());
    }

    public boolean knows(String verb) throws LaunchException {
        return shelf.find(verb).isPresent();
    }

    /** The sentence for a word that is no verb; it names the nearest verb if one is near. */
    public String unknown(String typed) throws LaunchException {
        String guess = meant(typed, shelf.all().keySet())
                .map(nearest -> " did you mean '" + nearest + "'?")
                .orElse("");
        return "'" + typed + "' is not a verb;" + guess + " 'bailiff help' lists them";
    }

    /** What begins so was broken off rather than mistyped. */
    private static Optional<String> meant(String typed, Collection<String> verbs) {
        List<String> begun =
                verbs.stream().filter(verb -> verb.startsWith(typed)).collect(Collectors.toList());
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Nearest.to(typed, verbs);
    }

    private static String json(Collection<HelpText> verbs) {
        StringBuilder json = new StringBuilder("{\"verbs\": [");
        String between = "\n  ";
        for (HelpText verb : verbs) {
            json.append(between).append("{\"name\": ").append(JsonText.of(verb.name()));
            json.append(", \"usage\": ").append(JsonText.of(verb.description().usage()));
            json.append(", \"summary\": ").append(JsonText.of(verb.summary()));
            json.append(", \"role\": ").append(JsonText.of(verb.role().name().toLowerCase(Locale.ROOT)));
            json.append(", \"local\": ").append(verb.description().local());
            json.append(", \"details\": ").append(JsonText.of(verb.details())).append('}');
            between = ",\n  ";
        }
        return json.append("\n]}\n").toString();
    }
}
