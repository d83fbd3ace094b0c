// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.function.Supplier;

/** Announces a jail's state when it has changed. Used by the jail's thread, where nothing else is said. */
final class Reporter implements Runnable {
    private final String jail;
    private final Announcements announcements;
    private final Supplier<Health> health;
    /** Written by the jail's thread. */
    private volatile Health last;

    Reporter(String jail, Announcements announcements, Supplier<Health> health) {
        this.jail = jail;
        this.announcements = announcements;
        this.health = health;
    }

    /** Whether there is something to announce. From any thread. */
    boolean hasNews() {
        Health now = health.get();
        return !now.equals(last) && now != Health.OPENING;
    }

    /** Whether it is not known yet whether there is something to read. */
    boolean isOpening() {
        return health.get() == Health.OPENING;
    }

    @Override
    public void run() {
        Health now = health.get();
        if (!now.equals(last) && now != Health.OPENING) {
            last = now;
            announcements.stateChanged(jail, now.state(), now.reason());
        }
    }
}
