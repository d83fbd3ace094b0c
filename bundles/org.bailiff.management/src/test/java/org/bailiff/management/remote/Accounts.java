// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.api.Role;

/** Files of users for tests: each user's password is {@code secret-NAME}, hashed as little as is allowed. */
final class Accounts {
    static final User VERA = user("vera", Role.VIEWER);
    static final User OTTO = user("otto", Role.OPERATOR);
    static final User ADA = user("ada", Role.ADMINISTRATOR);

    private Accounts() {}

    static User user(String name, Role role) {
        return new User(name, role, PasswordHash.of(("secret-" + name).toCharArray(), 10_000));
    }

    static Path write(Path file, User... users) throws IOException {
        return write(file, Stream.of(users).map(user -> user + "\n").collect(Collectors.joining()));
    }

    static Path write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return mode(file, "rw-------");
    }

    static Path mode(Path file, String permissions) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
