// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.text.SafeText;

/**
 * What {@code bailiff firewall} is asked for.
 *
 * @param user who shall write the lists
 * @param host what loads the host's firewall
 * @param backend with which programs
 * @param wishes what is asked for besides
 */
record FirewallRequest(String user, HostFirewall host, Backend backend, Set<Wish> wishes) {
    /** An option without a value. */
    enum Wish {
        /** The inverse. */
        REMOVE("--remove"),
        /** The rules stand in Docker's chain too. */
        DOCKER("--docker"),
        /** The rules cover the jails' ports only. */
        PORTS("--ports"),
        /** What is dropped is logged. */
        LOG("--log");

        private final String option;

        Wish(String option) {
            this.option = option;
        }
    }

    /** The daemon's user where root asks, who must not run it. */
    private static final String USUAL_USER = "bailiff";

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*\\$?");

    FirewallRequest {
        wishes = Set.copyOf(wishes);
    }

    /**
     * @param caller who asks; the lists are for him unless he is root or says otherwise
     */
    static FirewallRequest of(List<String> arguments, String caller) throws CommandException {
        String user = caller.equals("root") ? USUAL_USER : caller;
        HostFirewall host = HostFirewall.AUTO;
        Backend backend = Backend.AUTO;
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--user" -> user = user(value(argument, rest));
                case "--host" -> host = word(argument, rest, HostFirewall.values(), HostFirewall::word);
                case "--backend" -> backend = word(argument, rest, Backend.values(), Backend::word);
                default -> wishes.add(wish(argument));
            }
        }
        return new FirewallRequest(user(user), host, backend, wishes);
    }

    boolean wishes(Wish wish) {
        return wishes.contains(wish);
    }

    private static Wish wish(String argument) throws CommandException {
        return Arrays.stream(Wish.values())
                .filter(wish -> wish.option.equals(argument))
                .findFirst()
                .orElseThrow(() -> usage("'" + SafeText.of(argument, 60) + "' is not understood"));
    }

    private static String value(String option, Iterator<String> rest) throws CommandException {
        if (!rest.hasNext()) {
            throw usage(option + " needs a value");
        }
        return rest.next();
    }

    private static <T> T word(String option, Iterator<String> rest, T[] values, Function<T, String> word)
            throws CommandException {
        String wanted = value(option, rest);
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(wanted))
                .findFirst()
                .orElseThrow(() -> usage(option + " does not know '" + SafeText.of(wanted, 60) + "'"));
    }

    private static String user(String user) throws CommandException {
        if (!USER.matcher(user).matches()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "'" + SafeText.of(user, 60) + "' is not the name of a user; name the daemon's with --user");
        }
        return user;
    }

    private static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message);
    }
}
