// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.text.SafeText;

/**
 * What {@code bailiff doctor} is asked for.
 *
 * @param user whom the daemon runs as; empty if that is to be guessed
 * @param selfTest whether to write to the lists that the caller may write
 */
record DoctorRequest(Optional<String> user, boolean selfTest) {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*\\$?");

    static DoctorRequest of(List<String> arguments) throws CommandException {
        Optional<String> user = Optional.empty();
        boolean selfTest = true;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals("--no-self-test")) {
                selfTest = false;
            } else if (argument.equals("--user") && rest.hasNext()) {
                user = Optional.of(user(rest.next()));
            } else {
                throw usage("'" + SafeText.of(argument, 60) + "' is not understood");
            }
        }
        return new DoctorRequest(user, selfTest);
    }

    private static String user(String name) throws CommandException {
        if (!USER.matcher(name).matches()) {
            throw usage("'" + SafeText.of(name, 60) + "' is not the name of a user; name the daemon's with --user");
        }
        return name;
    }

    private static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message);
    }
}
