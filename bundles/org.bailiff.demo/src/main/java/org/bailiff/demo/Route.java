// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.util.List;

/** From the attacker to the server, in one address family. All are addresses for documentation. */
record Route(String family, String attacker, String server) {
    static final Route IPV4 = new Route("IPv4", "192.0.2.10", "192.0.2.1");
    static final Route IPV6 = new Route("IPv6", "2001:db8::10", "2001:db8::1");
    static final List<Route> ALL = List.of(IPV4, IPV6);
}
