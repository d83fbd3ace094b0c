// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

/**
 * Where a value stands.
 *
 * @param file the file's path as it was given
 * @param line from 1; 0 if it is the file as a whole, or not in a file
 */
public record Origin(String file, int line) {
    /** The place that a text such as {@code FILE:LINE} names; one without a line is taken as a name. */
    public static Origin parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean placed = colon > 0 && text.substring(colon + 1).matches("[0-9]{1,9}");
        return placed
                ? new Origin(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)))
                : new Origin(text, 0);
    }

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
