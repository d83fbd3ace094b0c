// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

/**
 * Where a value stands.
 *
 * @param file the file's path as it was given
 * @param line from 1
 */
public record Origin(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
