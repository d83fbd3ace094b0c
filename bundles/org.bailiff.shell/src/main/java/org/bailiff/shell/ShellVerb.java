// SPDX-License-Identifier: Apache-2.0
package org.bailiff.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.command.CommandLine;
import org.bailiff.api.command.ExitCode;

/**
 * A verb as a function of Gogo, which finds it by reflection: so no class of Gogo is needed, and Karaf's shell and Felix's
 * own take it alike. Thread-safe.
 */
public final class ShellVerb {
    private final String name;
    private final CommandLine commandLine;
    private final Supplier<Caller> user;

    ShellVerb(String name, CommandLine commandLine, Supplier<Caller> user) {
        this.name = name;
        this.commandLine = commandLine;
        this.user = user;
    }

    /**
     * Carries the verb out. Gogo calls a method of this name for a function of any name, and leads the standard output of
     * this thread to the session's terminal.
     *
     * @param words the function's name as it was typed, and its arguments
     * @throws VerbFailedException if the verb fails: the shell shows its message, and a script or {@code client} ends
     */
    public void _main(String[] words) throws VerbFailedException {
        List<String> request = new ArrayList<>(List.of(words));
        request.set(0, name);
        List<String> complaints = new ArrayList<>();
        ExitCode end = commandLine.run(
                user.get(), request, System.getProperty("user.dir"), System.out::println, complaints::add);
        if (end != ExitCode.OK) {
            throw new VerbFailedException(String.join("\n", complaints));
        }
        complaints.forEach(System.err::println);
    }
}
