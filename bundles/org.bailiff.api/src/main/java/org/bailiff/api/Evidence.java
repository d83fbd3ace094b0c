// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import java.time.Instant;

/**
 * A line that counted towards a ban.
 *
 * @param time the failure's time
 * @param regex the number of the failregex that found it, from 1
 * @param attempts how many attempts it stood for
 * @param line the line, safe to show and cut to a bounded length; may hold what an attacker typed, so operators see it
 *     masked
 */
public record Evidence(Instant time, int regex, int attempts, String line) {}
