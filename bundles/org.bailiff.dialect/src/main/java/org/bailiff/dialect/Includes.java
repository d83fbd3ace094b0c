// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.Optional;

/** Finds the files that an {@code [INCLUDES]} section names. */
@FunctionalInterface
public interface Includes {
    /** Nothing can be included. */
    Includes NONE = (name, from) -> Optional.empty();

    /**
     * The file of this name.
     *
     * @param name as the section writes it
     * @param from the path of the file that names it
     */
    Optional<SourceText> find(String name, String from);
}
