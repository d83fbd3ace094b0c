// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What {@code bailiff help} prints. */
final class Help {
    /** Titles longer than this stand on a line of their own. */
    private static final int TITLE_WIDTH = 22;

    private Help() {}

    static String all() {
        StringBuilder text = new StringBuilder("Bailiff bans attackers from the logs, as an ordinary user.\n\n");
        text.append("usage: bailiff [--etc DIR] [--data DIR] [--socket PATH] VERB [ARGUMENT...]\n");
        group(text, "The daemon", List.of("run", "stop", "reload", "ping"));
        group(text, "To look", List.of("status", "stats", "banned", "why", "explain", "config"));
        group(text, "To change", List.of("ban", "unban", "enable", "disable", "set", "unset"));
        group(
                text,
                "Without a daemon",
                List.of("check", "test", "replay", "firewall", "doctor", "passwd", "demo", "version", "help"));
        text.append("\nEvery verb that shows something knows --json.");
        text.append("\nExit: 0 done, 1 failed, 2 wrong usage, 3 not running, 4 not allowed, 78 wrong configuration.\n");
        text.append("\nTo begin: 'bailiff demo' shows it at work; 'bailiff check' examines the configuration,");
        text.append(
                "\n'bailiff firewall' prints what root does once, 'bailiff doctor' tells whether it worked,\n'bailiff run' starts the daemon.\n");
        return text.toString();
    }

    static String of(Verb verb) {
        return "usage: bailiff " + verb.title() + "\n" + verb.summary() + "\n" + details(verb);
    }

    /** What else there is to say of a verb; most have nothing. */
    private static String details(Verb verb) {
        try (InputStream text = Help.class.getResourceAsStream("help/" + verb.name() + ".txt")) {
            return text == null ? "" : "\n" + new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void group(StringBuilder text, String title, List<String> names) {
        text.append('\n').append(title).append('\n');
        for (String name : names) {
            Verb verb = Verbs.find(name);
            text.append("  ").append(verb.title());
            int width = verb.title().length();
            if (width > TITLE_WIDTH) {
                text.append("\n  ");
                width = 0;
            }
            text.append(" ".repeat(TITLE_WIDTH + 2 - width))
                    .append(verb.summary())
                    .append('\n');
        }
    }
}
