// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of fail2ban's actions that a command's arguments may hold, and those they may not, because of who wrote them. */
public final class ActionTags {
    /**
     * What is replaced when the command is run: all of it is Bailiff's own, short, and without anything that a log line
     * says.
     */
    public static final Set<String> KNOWN =
            Set.of("ip", "fid", "family", "failures", "time", "bantime", "bancount", "restored", "id", "jail", "event");

    private static final Set<String> FROM_LOGS =
            Set.of("matches", "match", "ipmatches", "ipjailmatches", "ip-host", "ip-rdns", "raw-ticket", "user");
    private static final Pattern TAG = Pattern.compile("<(" + CommandLineScanner.TAG_NAME + ")>");

    private ActionTags() {}

    /** The names of the tags in a text, in the order written. */
    public static List<String> in(String text) {
        List<String> names = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            names.add(tag.group(1));
        }
        return names;
    }

    /** Whether an attacker wrote what stands for the tag: lines of logs, and what is captured in them or looked up. */
    public static boolean isFromLogs(String name) {
        return FROM_LOGS.contains(name) || name.startsWith("F-");
    }

    /** What is wrong with a command's tags, in a sentence with the mend; empty if nothing is. */
    public static Optional<String> objection(CommandLine command) {
        if (!in(command.program()).isEmpty()) {
            return Optional.of("'" + command.program() + "' is a program whose name is only known when it is run; write"
                    + " its whole path");
        }
        return command.words().stream()
                .flatMap(word -> in(word).stream())
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .map(ActionTags::objection);
    }

    private static String objection(String name) {
        if (isFromLogs(name)) {
            return "the tag <" + name
                    + "> is what an attacker wrote, and never becomes an argument; let the program read it from"
                    + " its standard input, which is one JSON object with the log lines in 'evidence'";
        }
        return "the tag <" + name + "> has no value here; "
                + Nearest.to(name, KNOWN)
                        .map(near -> "did you mean <" + near + ">?")
                        .orElse(
                                "what a program is told stands in its environment (BAILIFF_...) and its standard input");
    }

    /** The text with each tag that {@link #KNOWN} has replaced by its value. */
    public static String fill(String text, Function<String, String> values) {
        return TAG.matcher(text)
                .replaceAll(tag -> Matcher.quoteReplacement(
                        KNOWN.contains(tag.group(1)) ? values.apply(tag.group(1)) : tag.group()));
    }
}
