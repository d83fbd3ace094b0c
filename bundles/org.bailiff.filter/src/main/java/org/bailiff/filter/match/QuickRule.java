// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

/**
 * A regex of a filter that an automaton runs.
 *
 * @param number among those of its key, from 1
 * @param layout of what it and the prefix capture
 */
record QuickRule(int number, CaptureLayout layout) {}
