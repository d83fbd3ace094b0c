// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.store;

import org.bailiff.api.Evidence;

/**
 * A failure that was counted.
 *
 * @param id what it counts for
 * @param evidence when, by which regex, how many attempts, and the line
 */
public record FailureMark(String id, Evidence evidence) {}
