// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.net.InetAddress;
import org.bailiff.text.Address;

/** How a line names a host that no message names. */
final class SenderName {
    /** Of whoever writes to a UNIX socket. */
    static final String LOCAL = "localhost";

    private SenderName() {}

    /** The address, without a zone, and IPv4 as such. No name is looked up. */
    static String of(InetAddress address) {
        return Address.of(address).toString();
    }
}
