// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

/**
 * What one file says a key's value is.
 *
 * @param section where it stands
 * @param key in lower case
 * @param value uninterpolated, lines joined by {@code \n}
 * @param origin the line that it begins on
 * @param layer the number of its file in the order of reading; higher ones count more
 */
record Definition(String section, String key, String value, Origin origin, int layer) {}
