// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.text.SafeText;

/**
 * What {@code bailiff firewall} is asked for.
 *
 * @param user who shall write the lists
 * @param remove whether for the inverse
 */
record FirewallRequest(String user, boolean remove) {
    static final String USAGE = "[--user USER] [--remove]";

    /** The daemon's user where root asks, who must not run it. */
    private static final String USUAL_USER = "bailiff";

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*\\$?");

    /**
     * @param caller who asks; the lists are for him unless he is root or says otherwise
     */
    static FirewallRequest of(List<String> arguments, String caller) throws CommandException {
        String user = caller.equals("root") ? USUAL_USER : caller;
        boolean remove = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals("--remove")) {
                remove = true;
            } else if (argument.equals("--user") && rest.hasNext()) {
                user = rest.next();
            } else {
                throw usage("'" + SafeText.of(argument, 60) + "' is not understood; bailiff firewall " + USAGE);
            }
        }
        if (!USER.matcher(user).matches()) {
            throw usage("'" + SafeText.of(user, 60) + "' is not the name of a user; name the daemon's with --user");
        }
        return new FirewallRequest(user, remove);
    }

    private static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message);
    }
}
