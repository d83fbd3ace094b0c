// SPDX-License-Identifier: Apache-2.0
package org.example.source.spool;

import org.bailiff.api.source.Position;

/**
 * A place in the folder's files, which are read in the order of their names.
 *
 * @param file its name; empty before the first
 * @param lines how many of its lines are behind
 */
record SpoolPosition(String file, int lines) implements Position {
    static final SpoolPosition HEAD = new SpoolPosition("", 0);

    /** @throws IllegalArgumentException if that is not what {@link #text} wrote */
    static SpoolPosition parse(String text) {
        String[] parts = text.split(" ", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("not a place in a spool folder");
        }
        return new SpoolPosition(parts[1], Integer.parseInt(parts[0]));
    }

    @Override
    public String text() {
        return lines + " " + file;
    }

    @Override
    public int compareTo(Position other) {
        SpoolPosition that = (SpoolPosition) other;
        return file.equals(that.file) ? Integer.compare(lines, that.lines) : file.compareTo(that.file);
    }
}
