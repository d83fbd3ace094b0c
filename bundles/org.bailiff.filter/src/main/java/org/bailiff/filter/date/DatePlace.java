// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

/**
 * Where in a line a date stands, and in which form.
 *
 * @param pattern the number of the pattern that found it, from 1
 * @param start where it begins
 */
public record DatePlace(int pattern, int start) {}
