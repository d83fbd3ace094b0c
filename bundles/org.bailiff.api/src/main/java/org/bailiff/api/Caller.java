// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Who asks, and through what. It comes with every change and goes into the audit log.
 *
 * @param principal a user's name as the channel vouches for it, e.g. {@code alice}
 * @param channel {@code socket}, {@code jmx-local}, {@code jmx-remote}, {@code shell} (of a container), {@code local} (a
 *     command without a daemon), {@code daemon} (the daemon's own decision) or {@code signal}
 * @param role what the caller may do
 * @param from where the caller is, as the channel knows it, e.g. {@code 127.0.0.1:40112}; empty if it does not
 */
public record Caller(String principal, String channel, Role role, String from) {
    /** The daemon itself: bans by its own decision, expiry, changes of the kernel list. */
    public static final Caller DAEMON = new Caller("bailiff", "daemon", Role.ADMINISTRATOR);

    /** What Java calls a user without a name. */
    private static final String NAMELESS = "?";

    public Caller {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(from, "from");
    }

    /** A caller of whose whereabouts the channel knows nothing. */
    public Caller(String principal, String channel, Role role) {
        this(principal, channel, role, "");
    }

    /**
     * The user that this process runs as, who may do everything: by name, or by number if the system has no name for it.
     *
     * @param channel through which it asks
     */
    public static Caller ofProcess(String channel) {
        String name = System.getProperty("user.name", NAMELESS);
        return new Caller(name.equals(NAMELESS) ? ownerOfProcess() : name, channel, Role.ADMINISTRATOR);
    }

    /** proc(5): the files in a process's directory are its effective user's. */
    private static String ownerOfProcess() {
        try {
            return Files.getOwner(Path.of("/proc/self")).getName();
        } catch (IOException | UnsupportedOperationException unknown) {
            return NAMELESS;
        }
    }

    public boolean isAdministrator() {
        return role.includes(Role.ADMINISTRATOR);
    }

    @Override
    public String toString() {
        return principal + " (" + channel + ")";
    }
}
