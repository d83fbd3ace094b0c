// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bailiff.api.Role;
import org.bailiff.text.SafeText;

/** The users of a file, in its order. Immutable. */
final class UserTable {
    static final UserTable EMPTY = new UserTable(Map.of());
    private static final int LONGEST_SHOWN = 60;
    private static final String HEADER = "# Who may log in through JMX; 'bailiff passwd' writes this file.\n";

    private final Map<String, User> users;

    private UserTable(Map<String, User> users) {
        this.users = new LinkedHashMap<>(users);
    }

    /** Reads the file, if it is safe. */
    static UserTable read(Path file) throws RemoteTrouble {
        return parse(file, SecretFile.read(file));
    }

    /** The same, if there is anybody in it. */
    static UserTable readToLogIn(Path file) throws RemoteTrouble {
        UserTable table = read(file);
        if (table.users.isEmpty()) {
            throw RemoteTrouble.in(file.toString(), 0, "holds no user; 'bailiff passwd USER ROLE' adds one");
        }
        return table;
    }

    /** The same for whoever is about to write it, as root for another. */
    static UserTable readToChange(Path file) throws RemoteTrouble {
        return parse(file, SecretFile.readOfAnyOwner(file));
    }

    private static UserTable parse(Path file, String text) throws RemoteTrouble {
        Map<String, User> users = new LinkedHashMap<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            User user = user(line.strip(), file, number);
            if (users.put(user.name(), user) != null) {
                throw RemoteTrouble.in(file.toString(), number, "a second line for " + user.name() + "; remove one");
            }
        }
        return new UserTable(users);
    }

    private static User user(String line, Path file, int number) throws RemoteTrouble {
        String[] parts = line.split(":", -1);
        if (parts.length != 3 || !User.isName(parts[0])) {
            throw RemoteTrouble.in(
                    file.toString(), number, "a line is user:role:hash, as 'bailiff passwd USER ROLE' writes it");
        }
        Role role = User.role(parts[1])
                .orElseThrow(() -> RemoteTrouble.in(
                        file.toString(),
                        number,
                        "'" + SafeText.of(parts[1], LONGEST_SHOWN) + "' is no role; it can be " + User.ROLES));
        PasswordHash hash = PasswordHash.parse(parts[2])
                .orElseThrow(() -> RemoteTrouble.in(
                        file.toString(),
                        number,
                        "what stands for the password of " + parts[0] + " is no hash; run 'bailiff passwd " + parts[0]
                                + " " + User.wordOf(role) + "'"));
        return new User(parts[0], role, hash);
    }

    Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    /** Whether the user is in the file as it was: same role, same password. */
    boolean has(User user) {
        return user.equals(users.get(user.name()));
    }

    Collection<User> all() {
        return users.values();
    }

    UserTable with(User user) {
        UserTable changed = new UserTable(users);
        changed.users.put(user.name(), user);
        return changed;
    }

    UserTable without(String name) {
        UserTable changed = new UserTable(users);
        changed.users.remove(name);
        return changed;
    }

    /** As the file is written. */
    @Override
    public String toString() {
        return users.values().stream().map(user -> user + "\n").collect(Collectors.joining("", HEADER, ""));
    }
}
