// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.net.InetAddress;

/** Takes what comes in at an address. Called on the thread that reads; does not wait. */
public interface Reception {

    /** Whether this sender may say anything; one that may not is counted. */
    boolean admits(InetAddress sender);

    /**
     * A message.
     *
     * @param bytes valid during the call only
     * @param cut whether it was longer than what is kept of one
     * @param sender the address that it came from, or {@code localhost}
     * @param punctuality of the connection that it came through
     */
    void message(byte[] bytes, int from, int to, boolean cut, String sender, Punctuality punctuality);

    /** Whether nothing more should be taken from senders that can be held back. */
    boolean isFull();
}
