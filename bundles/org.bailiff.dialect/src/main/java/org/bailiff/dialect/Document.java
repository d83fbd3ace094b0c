// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.List;
import java.util.Optional;

/**
 * What several files say together: later files over earlier ones, includes in their places, {@code [DEFAULT]} behind
 * every section. Values are interpolated when they are asked for. Immutable.
 */
public final class Document {
    private Document() {}

    /**
     * Reads files in order, each with what it includes.
     *
     * @throws DialectException if a text is not in the dialect, an include is missing that must be there, or files
     *     include each other
     */
    public static Document read(List<SourceText> files, Includes includes) throws DialectException {
        throw new UnsupportedOperationException();
    }

    /** The sections in the order of their first appearance, without {@code DEFAULT} and {@code INCLUDES}. */
    public List<String> sections() {
        throw new UnsupportedOperationException();
    }

    /** Whether there is such a section; {@code DEFAULT} always is. */
    public boolean hasSection(String section) {
        throw new UnsupportedOperationException();
    }

    /**
     * The value of a key in a section, or else in {@code [DEFAULT]}, interpolated; empty if neither has it.
     *
     * @throws DialectException if the interpolation names what is not there, or itself
     */
    public Optional<Entry> entry(String section, String key) throws DialectException {
        throw new UnsupportedOperationException();
    }

    /**
     * All entries of a section and those of {@code [DEFAULT]} that it does not have, by key, interpolated.
     *
     * @throws DialectException as {@link #entry}
     */
    public List<Entry> entries(String section) throws DialectException {
        throw new UnsupportedOperationException();
    }

    /** The keys that the section itself has, without {@code [DEFAULT]}, with their places and uninterpolated values. */
    public List<Entry> ownEntries(String section) {
        throw new UnsupportedOperationException();
    }
}
