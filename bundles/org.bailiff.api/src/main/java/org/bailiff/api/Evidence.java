// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import java.time.Instant;
import java.util.Optional;
import org.bailiff.text.Address;

/**
 * A line that counted towards a ban.
 *
 * @param time the failure's time
 * @param regex the number of the failregex that found it, from 1
 * @param attempts how many attempts it stood for
 * @param line the line, safe to show and cut to a bounded length; may hold what an attacker typed, so operators see it
 *     masked
 * @param address where it came from, if it counts for something else: a network, or an account; empty if it counts for
 *     the address itself
 */
public record Evidence(Instant time, int regex, int attempts, String line, Optional<Address> address) {

    /** Evidence that counts for the address it came from. */
    public Evidence(Instant time, int regex, int attempts, String line) {
        this(time, regex, attempts, line, Optional.empty());
    }

    /** The same at another time. */
    public Evidence at(Instant otherTime) {
        return new Evidence(otherTime, regex, attempts, line, address);
    }
}
