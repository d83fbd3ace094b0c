// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import org.bailiff.action.xtrecent.list.ListKind;

/** One of the two kinds of packets, each with rules of its own. */
enum Family {
    IPV4("IPv4", "iptables", "255.255.255.255"),
    IPV6("IPv6", "ip6tables", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    private final String shown;
    private final String program;
    private final String wholeAddress;

    Family(String shown, String program, String wholeAddress) {
        this.shown = shown;
        this.program = program;
        this.wholeAddress = wholeAddress;
    }

    /** What the program that changes its rules is called, whatever stands behind it. */
    String program() {
        return program;
    }

    boolean isServedBy(ListKind kind) {
        return this == IPV4 ? kind.servesIpv4() : kind.servesIpv6();
    }

    /** The mask that a rule for such a list shows. */
    String mask(ListKind kind) {
        return kind.mask().isEmpty() ? wholeAddress : kind.mask();
    }

    @Override
    public String toString() {
        return shown;
    }
}
