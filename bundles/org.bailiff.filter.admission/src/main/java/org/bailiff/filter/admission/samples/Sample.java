// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.samples;

/**
 * A line of a log, and what it is to be.
 *
 * @param file where it stands
 * @param line its number there, from 1
 * @param text of the log's line
 */
record Sample(String file, int line, Expectation expected, String text) {}
