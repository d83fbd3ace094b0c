// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Entry;
import org.bailiff.dialect.Includes;
import org.bailiff.dialect.SourceText;

/** Which file of users a command means that runs without a daemon: as {@code bailiff.conf} says, or the default. */
final class UsersPlace {
    private static final String SECTION = "Definition";
    private static final String KEY = RemoteKeys.AREA + "." + RemoteKeys.USERS;

    private UsersPlace() {}

    static Path in(Path etc) throws CommandException {
        Path file = etc.resolve("bailiff.conf");
        try {
            String name = Files.exists(file)
                    ? Document.read(List.of(new SourceText(file.toString(), Files.readString(file))), Includes.NONE)
                            .entry(SECTION, KEY)
                            .map(Entry::value)
                            .filter(value -> !value.isBlank())
                            .orElse(RemoteSettings.DEFAULT_USERS)
                    : RemoteSettings.DEFAULT_USERS;
            return etc.resolve(name.strip()).normalize();
        } catch (DialectException | IOException | InvalidPathException unreadable) {
            throw new CommandException(
                    ExitCode.FAILED,
                    file + " does not say where the users are (" + unreadable.getMessage()
                            + "); mend it, or name the file with --users FILE");
        }
    }
}
