// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.util.List;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.dialect.Nearest;
import org.bailiff.text.SafeText;

/** Finds the jail that a caller means. */
final class JailChoice {
    private final Jails jails;

    JailChoice(Jails jails) {
        this.jails = jails;
    }

    /**
     * The jail of this name.
     *
     * @throws CommandException if there is none; the message says which there are
     */
    Jail named(String name) throws CommandException {
        return jails.find(name).orElseThrow(() -> unknown("There is no jail '" + SafeText.of(name, 60) + "'", name));
    }

    /** The jail of this name, where an address could have stood too. */
    Jail namedInsteadOfAddress(String name) throws CommandException {
        return jails.find(name)
                .orElseThrow(() ->
                        unknown("'" + SafeText.of(name, 60) + "' is neither an address nor the name of a jail", name));
    }

    /** The jail of this name, or all jails if there is no name. */
    List<Jail> namedOrAll(List<String> name) throws CommandException {
        return name.isEmpty() ? jails.all() : List.of(named(name.get(0)));
    }

    private CommandException unknown(String what, String name) {
        List<String> names = jails.all().stream().map(Jail::name).toList();
        String mend = Nearest.to(name, names)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse(names.isEmpty() ? "no jail is configured." : "there are: " + String.join(", ", names) + ".");
        return new CommandException(ExitCode.FAILED, what + "; " + mend);
    }
}
