// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import org.bailiff.text.Network;

/** How often all jails have banned somebody, as far as is remembered. Thread-safe. */
public interface PastBans {
    /** Nothing is known of other jails. */
    PastBans NONE = new PastBans() {
        @Override
        public int elsewhere(String jail, Network target) {
            return 0;
        }

        @Override
        public void banned(String jail, Network target, int count) {
            // Nobody asks.
        }
    };

    /** How often jails other than this one have banned the target. */
    int elsewhere(String jail, Network target);

    /** Notes how often this jail has banned the target. */
    void banned(String jail, Network target, int count);
}
