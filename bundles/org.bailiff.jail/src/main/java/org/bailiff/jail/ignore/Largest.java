// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.Optional;
import org.bailiff.api.Role;
import org.bailiff.text.Network;

/**
 * The largest network that one may have ignored at run time, so that nobody switches all banning off with a few of them. With
 * as many entries as there may be, operators reach less than a sixth of IPv4, and nearly nothing of IPv6. The files may
 * say what they want.
 */
final class Largest {
    private Largest() {}

    /** Why it is too large for one of that role; empty if it is not. */
    static Optional<String> objection(Network target, Role role) {
        boolean administrator = role.includes(Role.ADMINISTRATOR);
        int least = leastPrefix(target.base().isIpv6(), administrator);
        if (target.prefixLength() == 0) {
            return Optional.of(
                    target + " is everybody: nobody would be banned any more; pause the jails instead, or let"
                            + " them simulate");
        }
        return target.prefixLength() >= least
                ? Optional.empty()
                : Optional.of(target + " is larger than an " + (administrator ? "administrator" : "operator")
                        + " may have ignored: at most a /" + least
                        + "; larger ones are said in the files, with ignoreip");
    }

    private static int leastPrefix(boolean ipv6, boolean administrator) {
        if (ipv6) {
            return administrator ? 32 : 48;
        }
        return administrator ? 8 : 16;
    }
}
