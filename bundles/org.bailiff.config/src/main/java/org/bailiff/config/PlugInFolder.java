// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of hot-deployed bundles, looked at without starting any. */
final class PlugInFolder {
    private PlugInFolder() {}

    /** Whether there is one that may bring something. One that cannot be listed may hold any. */
    static boolean holdsJars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            return jars.iterator().hasNext();
        } catch (IOException unreadable) {
            return true;
        }
    }
}
