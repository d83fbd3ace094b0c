// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.store;

import java.time.Instant;

/**
 * By which clock times are told. While the host runs, only a clock that is set changes it: neither time that passes, nor a
 * suspended host, nor a zone or its daylight saving time.
 *
 * @param boot tells this run of the host from all others (proc(5): {@code /proc/sys/kernel/random/boot_id})
 * @param booted when the host was booted, by the clock: its time less the time since then (proc(5): {@code /proc/uptime})
 * @param noticed when the clock was looked at, by itself
 */
public record ClockMark(String boot, Instant booted, Instant noticed) {}
