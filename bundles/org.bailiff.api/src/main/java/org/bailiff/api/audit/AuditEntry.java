// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.audit;

import java.time.Instant;
import org.bailiff.api.Caller;

/**
 * A change that somebody made, or was refused.
 *
 * @param time when
 * @param caller who, through what, from where
 * @param what the change, a verb
 * @param subject what it is about
 * @param before the value before; empty if that makes no sense
 * @param after the value after; empty if that makes no sense
 * @param outcome {@code done}, or the sentence with which it was refused
 */
public record AuditEntry(
        Instant time, Caller caller, String what, String subject, String before, String after, String outcome) {}
