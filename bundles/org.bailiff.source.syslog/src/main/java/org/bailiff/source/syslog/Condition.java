// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import org.bailiff.api.source.SourceStatus.State;

/**
 * How it goes with an address.
 *
 * @param state see {@link State}
 * @param reason why it is not listened at, or what was missed of late; empty if nothing
 * @param errors failed attempts, and messages that were not received
 */
record Condition(State state, String reason, long errors) {
    /** Before the first attempt. */
    static final Condition UNKNOWN = new Condition(State.WAITING, "", 0);
}
