// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

/**
 * From an address of the attacker's machine to one of the server's. All are addresses for documentation.
 *
 * @param attacker where connections come from
 * @param server where they go to
 */
public record Route(String attacker, String server) {
    public static final Route IPV4 = new Route("192.0.2.10", "192.0.2.1");
    public static final Route IPV6 = new Route("2001:db8::10", "2001:db8::1");
    /** Somebody else on the attacker's side, who does no harm. */
    public static final Route BYSTANDER_IPV4 = new Route("192.0.2.20", "192.0.2.1");

    public static final Route BYSTANDER_IPV6 = new Route("2001:db8::20", "2001:db8::1");
}
