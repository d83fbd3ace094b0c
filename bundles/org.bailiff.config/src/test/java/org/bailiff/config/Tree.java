// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of configuration that a test writes. */
final class Tree {
    private final Path folder;

    Tree(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    Tree file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
        return this;
    }

    Tree without(String name) throws IOException {
        Files.delete(folder.resolve(name));
        return this;
    }
}
