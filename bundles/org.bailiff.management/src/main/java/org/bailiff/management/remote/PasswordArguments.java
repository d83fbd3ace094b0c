// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Role;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.text.SafeText;

/**
 * What {@code bailiff passwd} is to do.
 *
 * @param act see {@link Act}
 * @param user whom it is about; empty for the list
 * @param role the role that the user gets; only for {@link Act#SET}
 * @param file the file of users; empty if it is the configured one
 */
record PasswordArguments(Act act, String user, Optional<Role> role, Optional<String> file) {
    static final String USAGE = "[--users FILE] USER ROLE | --remove USER | --list";

    /** What is done. */
    enum Act {
        SET,
        REMOVE,
        LIST
    }

    /** @throws CommandException if the words are not those of the usage */
    static PasswordArguments parse(List<String> words) throws CommandException {
        List<String> plain = new ArrayList<>();
        Optional<String> file = Optional.empty();
        Act act = Act.SET;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--users" -> {
                    if (!rest.hasNext()) {
                        throw usage("--users needs a file behind it");
                    }
                    file = Optional.of(rest.next());
                }
                case "--remove" -> act = Act.REMOVE;
                case "--list" -> act = Act.LIST;
                default -> plain.add(word);
            }
        }
        return of(act, plain, file);
    }

    private static PasswordArguments of(Act act, List<String> plain, Optional<String> file) throws CommandException {
        int expected = act == Act.SET ? 2 : act == Act.REMOVE ? 1 : 0;
        if (plain.size() != expected) {
            throw usage("it takes " + (expected == 0 ? "no" : expected) + " word" + (expected == 1 ? "" : "s"));
        }
        String user = plain.isEmpty() ? "" : plain.get(0);
        if (act == Act.SET && !User.isName(user)) {
            throw usage(
                    "'" + SafeText.of(user) + "' is no name of a user: letters, digits, dots, hyphens, underscores");
        }
        return new PasswordArguments(
                act, user, act == Act.SET ? Optional.of(role(plain.get(1))) : Optional.empty(), file);
    }

    private static Role role(String word) throws CommandException {
        return User.role(word)
                .orElseThrow(() -> usage("'" + SafeText.of(word) + "' is no role; it can be " + User.ROLES));
    }

    private static CommandException usage(String complaint) {
        return new CommandException(ExitCode.USAGE, complaint + "; usage: bailiff passwd " + USAGE);
    }
}
