// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.time.Instant;

/**
 * A line to be matched.
 *
 * @param text the line without its line end, decoded
 * @param arrival when it was read: the time of a line that has none, and what a date without a year is the latest before
 * @param fresh whether it has just been written; see {@link org.bailiff.api.source.LineBatch#fresh}
 */
public record LogLine(String text, Instant arrival, boolean fresh) {}
