// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.time.Instant;

/**
 * A message as it is kept.
 *
 * @param line the line that it is to a filter; not changed any more
 * @param cut whether the line lost its end
 * @param time when its event happened
 * @param arrival when it was received
 * @param offset how many bytes of lines came before it, and its own
 */
record Received(byte[] line, boolean cut, Instant time, Instant arrival, long offset) {}
