// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bailiff.api.Role;

/**
 * Who may log in. As a line: {@code name:role:hash}.
 *
 * @param name letters, digits, dots, hyphens and underscores
 * @param role what the user may do
 * @param password what is kept of the password
 */
record User(String name, Role role, PasswordHash password) {
    static final String ROLES = "viewer, operator or administrator";
    private static final String NAME = "[A-Za-z0-9._-]{1,64}";

    User {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a user: " + name);
        }
    }

    static boolean isName(String text) {
        return text.matches(NAME);
    }

    /** Empty if there is no such role. */
    static Optional<Role> role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> wordOf(role).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String wordOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name + ":" + wordOf(role) + ":" + password;
    }
}
