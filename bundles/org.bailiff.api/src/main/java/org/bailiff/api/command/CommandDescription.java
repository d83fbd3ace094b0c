// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.command;

import java.util.regex.Pattern;
import org.bailiff.api.Role;

/**
 * What a verb is called and does.
 *
 * @param name the verb
 * @param usage its arguments, e.g. {@code JAIL ADDRESS... [--for 1h|forever]}; empty if it has none; of several forms
 *     each is parted from the next by a bar between spaces
 * @param summary one line
 * @param role who may use it
 * @param local whether it runs without a daemon, in a framework of its own
 * @param details what its help says behind usage and summary, lines ended by {@code \n}; may be empty
 */
public record CommandDescription(String name, String usage, String summary, Role role, boolean local, String details) {
    /** What stands between two forms of the arguments. */
    static final String BETWEEN_FORMS = " | ";

    /** A verb of which there is no more to say. */
    public CommandDescription(String name, String usage, String summary, Role role, boolean local) {
        this(name, usage, summary, role, local, "");
    }

    /**
     * What the verb's {@link HelpText} says, which lies in the jar of its class.
     *
     * @throws IllegalArgumentException if there is none, or it is none; the message says where and what
     */
    public static CommandDescription of(Class<?> owner, String name) {
        return HelpText.read(owner, name).description();
    }

    /** How it is typed, a line for each form, each ended by {@code \n}. */
    public String usageText() {
        StringBuilder text = new StringBuilder();
        for (String form : usage.split(Pattern.quote(BETWEEN_FORMS))) {
            String begin = text.isEmpty() ? "usage: bailiff " : "       bailiff ";
            text.append((begin + name + ' ' + form).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Its help for people: how it is typed, what it does, the details; lines ended by {@code \n}. */
    public String help() {
        String who = role == Role.ADMINISTRATOR && !local ? " (for administrators)" : "";
        return usageText() + summary + who + '\n' + (details.isEmpty() ? "" : '\n' + details);
    }
}
