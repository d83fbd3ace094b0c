// SPDX-License-Identifier: Apache-2.0
/**
 * Failures by id, packed into few bytes: some dozens for an id, so that a million fit into a small heap, and in few
 * large arrays, so that the collector has nothing to look through. Plain objects of one owner thread.
 */
package org.bailiff.jail.decision.window;
