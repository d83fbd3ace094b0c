// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

/**
 * How often searches with a regex were cut off because they took more steps than a line may cost. What is cut off has
 * found nothing.
 *
 * @param key of the definition: failregex, ignoreregex, prefregex or datepattern
 * @param number of the regex among those of the key, from 1
 * @param regex as the definition writes it
 * @param count since the matcher was made
 */
public record CutOff(String key, int number, String regex, long count) {}
