// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import org.bailiff.text.Network;

/** How often other jails have banned somebody, as far as is remembered. Thread-safe. */
@FunctionalInterface
public interface PastBans {
    /** Nothing is known of other jails. */
    PastBans NONE = (jail, target) -> 0;

    /** How often jails other than this one have banned the target. */
    int elsewhere(String jail, Network target);
}
