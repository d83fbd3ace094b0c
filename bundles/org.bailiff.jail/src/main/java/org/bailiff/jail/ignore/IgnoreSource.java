// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Instant;
import java.util.Optional;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/** Somebody who knows of addresses that are never banned. Thread-safe; never waits for anything. */
interface IgnoreSource {

    /** Why the address is not banned for what it did at this moment, as people write it; empty if it may be. */
    Optional<String> reason(Address address, Instant when);

    /** Why a ban of the network at this moment would keep out somebody who must not be; empty if it would not. */
    Optional<String> within(Network network, Instant when);

    /** Looks in the background, if it is time to, whether what is known is still so. */
    default void refresh() {}
}
