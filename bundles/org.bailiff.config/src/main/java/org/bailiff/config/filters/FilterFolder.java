// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import java.nio.file.Path;
import org.bailiff.config.filters.SettledTexts.Look;

/** Keeps a shelf as a folder is. Used by one thread at a time. */
public final class FilterFolder {
    private final Path folder;
    private final SettledTexts texts;
    private final FilterShelf shelf;

    public FilterFolder(Path folder, FilterShelf shelf) {
        this.folder = folder;
        this.shelf = shelf;
        this.texts = new SettledTexts(folder);
    }

    Path path() {
        return folder;
    }

    /**
     * Looks at the folder, and offers what has become complete. The first look takes all as it is.
     *
     * @return whether something is being written, so that another look soon makes sense
     */
    public boolean look() {
        Look look = texts.look();
        if (look == Look.CHANGED) {
            shelf.offer(Definitions.of(folder, texts.texts()));
        }
        return look != Look.SETTLED;
    }
}
