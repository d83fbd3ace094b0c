// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

/**
 * A key's value.
 *
 * @param key in lower case
 * @param value resolved, lines joined by {@code \n}
 * @param origin where the value in force stands; of several lines, the first
 */
public record Entry(String key, String value, Origin origin) {}
