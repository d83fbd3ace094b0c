// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.bundled;

import java.io.IOException;
import java.util.List;

/** The files in a bundle, and what it calls itself. */
public interface BundleFiles {
    /** For people, e.g. {@code org.example.filters 1.0.0}. */
    String title();

    /**
     * The paths of a folder's files, ordered; a folder that is not there has none.
     *
     * @param folder without a slash at either end; empty for the bundle's own
     * @param pattern of the file's name, with {@code *} for any text
     */
    List<String> find(String folder, String pattern);

    /**
     * The text of a file.
     *
     * @param longest bytes that are read of it
     * @throws IOException if there is no such file, it is longer, or cannot be read
     */
    String text(String path, int longest) throws IOException;
}
