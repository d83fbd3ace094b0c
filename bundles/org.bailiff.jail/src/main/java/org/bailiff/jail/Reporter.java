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
    /** Whether nothing was known at the last look of what there is to read. */
    private boolean opening;

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

    /**
     * Whether it was not known at the last look whether there is something to read. It is not looked again for that: each of
     * hundreds of lists has a part in the state, and this is asked before each wait.
     */
    boolean isOpening() {
        return opening;
    }

    @Override
    public void run() {
        Health now = health.get();
        opening = now == Health.OPENING;
        if (!now.equals(last) && !opening) {
            last = now;
            announcements.stateChanged(jail, now.state(), now.reason());
        }
    }
}
