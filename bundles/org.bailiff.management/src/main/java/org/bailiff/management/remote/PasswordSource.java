// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;

/** Where a new password comes from: typed twice at a terminal, which does not show it, else the first line of standard input. */
final class PasswordSource {
    private static final Path INPUT = Path.of("/proc/self/fd/0");

    private PasswordSource() {}

    /**
     * Asks for it.
     *
     * @throws CommandException if none is given, or not the same twice
     */
    static char[] ask(String user) throws CommandException, IOException {
        return isTerminal() ? typed(user) : line();
    }

    /** Newer Javas have a console without a terminal, too. */
    private static boolean isTerminal() {
        try {
            String input = Files.readSymbolicLink(INPUT).toString();
            return System.console() != null && (input.startsWith("/dev/pts/") || input.startsWith("/dev/tty"));
        } catch (IOException noProc) {
            return System.console() != null;
        }
    }

    private static char[] typed(String user) throws CommandException {
        Console console = System.console();
        char[] first = console.readPassword("New password for %s: ", user);
        char[] second = first == null ? null : console.readPassword("The same again: ");
        if (first == null || second == null) {
            throw new CommandException(ExitCode.FAILED, "no password was given; nothing was changed");
        }
        if (!Arrays.equals(first, second)) {
            throw new CommandException(ExitCode.FAILED, "the two are not the same; nothing was changed");
        }
        return first;
    }

    private static char[] line() throws CommandException, IOException {
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "no password was given: it is typed at a terminal, or the first line of the input");
        }
        return line.toCharArray();
    }
}
