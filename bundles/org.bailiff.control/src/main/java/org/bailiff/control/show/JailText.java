// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.bailiff.api.Ban;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.text.SafeText;

/** One jail for people, with fail2ban's labels. */
public final class JailText {
    /** More than somebody reads in a line; {@code banned} lists them all. */
    private static final int LONGEST_LIST = 200;

    private JailText() {}

    public static void print(JailStatus jail, List<Ban> bans, PrintWriter out) {
        out.println("Status for the jail: " + SafeText.of(jail.name()));
        out.println("|- State: " + state(jail));
        Problems.of(jail).forEach(problem -> out.println("|- Problem: " + problem));
        out.println("|- Filter: " + SafeText.of(jail.filter()));
        out.println("|  |- Currently failed: " + jail.currentlyFailed());
        out.println("|  |- Total failed:     " + jail.totalFailed());
        if (!jail.cutOffs().isEmpty()) {
            out.println("|  |- Cut off:          " + cutOffs(jail));
        }
        out.println("|  `- File list:        " + files(jail));
        out.println("`- Actions: " + ActionText.names(jail.actions()));
        out.println("   |- Currently banned: " + jail.currentlyBanned());
        out.println("   |- Total banned:     " + jail.totalBanned());
        ActionText.room(jail.actions()).forEach(room -> out.println("   |- Room:             " + room));
        out.println("   `- Banned IP list:   " + addresses(bans));
    }

    /** State and reason. */
    public static String state(JailStatus jail) {
        return jail.state() + (jail.reason().isEmpty() ? "" : ": " + SafeText.of(jail.reason()));
    }

    /** How often, and which regexes. */
    private static String cutOffs(JailStatus jail) {
        return jail.cutOffs().stream()
                .map(cutOff -> cutOff.key() + " " + cutOff.number() + " " + cutOff.count() + " times")
                .collect(Collectors.joining(", "));
    }

    private static String files(JailStatus jail) {
        return jail.sources().stream()
                .map(SourceStatus::stream)
                .map(SafeText::of)
                .collect(Collectors.joining(" "));
    }

    private static String addresses(List<Ban> bans) {
        String shown = bans.stream()
                .limit(LONGEST_LIST)
                .map(ban -> ban.target().toString())
                .collect(Collectors.joining(" "));
        int hidden = bans.size() - LONGEST_LIST;
        return hidden > 0 ? shown + " and " + hidden + " more: bailiff banned" : shown;
    }
}
