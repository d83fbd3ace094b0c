// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/** A folder of bundles, as files named {@code SYMBOLIC_NAME-VERSION.jar}. */
final class BundleFolder {
    private final Path folder;

    BundleFolder(Path folder) {
        this.folder = folder;
    }

    /** All jars, by name, so that every start is like the last. */
    List<Path> jars() throws LaunchException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new LaunchException(
                    ExitStatus.FAILED,
                    "cannot read the folder " + folder + " of the distribution: " + e.getMessage(),
                    e);
        }
    }

    /** All jars but those of these bundles. */
    List<Path> jarsBut(Collection<String> symbolicNames) throws LaunchException {
        List<Path> jars = new ArrayList<>(jars());
        jars.removeAll(jars(symbolicNames));
        return jars;
    }

    /** The jars of these bundles only. */
    List<Path> jars(Collection<String> symbolicNames) throws LaunchException {
        List<Path> jars = jars();
        List<Path> chosen = new ArrayList<>();
        for (String symbolicName : symbolicNames) {
            chosen.add(jars.stream()
                    .filter(jar -> jar.getFileName().toString().startsWith(symbolicName + "-"))
                    .findFirst()
                    .orElseThrow(() -> new LaunchException(
                            ExitStatus.FAILED,
                            "the bundle " + symbolicName + " is missing in " + folder + "; install Bailiff again")));
        }
        return chosen;
    }
}
