// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.message;

import java.time.Instant;
import java.util.Optional;

/**
 * A message, taken apart. Whatever it says, a sender claims: nothing here is proven.
 *
 * @param bytes what the parts are parts of
 * @param time when it says that it was written; empty if it says nothing, or what is no time
 * @param host the host that it names
 * @param application the program; empty in a message of the old form, where it is the beginning of the text
 * @param process the program's process
 * @param text the rest
 */
record Message(byte[] bytes, Optional<Instant> time, Span host, Span application, Span process, Span text) {}
