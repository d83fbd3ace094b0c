// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.function.Supplier;

/** Announces a jail's state when it has changed. Used by the jail's thread. */
final class Reporter implements Runnable {
    private final String jail;
    private final Announcements announcements;
    private final Supplier<Health> health;
    private Health last;

    Reporter(String jail, Announcements announcements, Supplier<Health> health) {
        this.jail = jail;
        this.announcements = announcements;
        this.health = health;
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
