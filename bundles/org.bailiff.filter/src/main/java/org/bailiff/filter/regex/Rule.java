// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

/**
 * A regex of a definition, ready to run, and which it is.
 *
 * @param key of the definition, e.g. {@code failregex}
 * @param number among those of the key, from 1
 * @param text as the definition writes it
 */
public record Rule(String key, int number, String text, Regex regex) {}
