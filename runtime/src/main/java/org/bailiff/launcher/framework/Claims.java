// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.stream.Stream;

/**
 * What a plug-in must not be, whoever wrote it: one of Bailiff's own bundles, a part of one, or another source of its
 * packages. Mostly that is a mistake, and what comes of it is hard to find.
 */
final class Claims {
    private static final String OURS = "org.bailiff";
    /** By these names a fragment adds to the framework itself. */
    private static final List<String> FRAMEWORK = List.of("system.bundle", "org.apache.felix.framework");

    private Claims() {}

    /** What the manifest claims that it must not, with the mend; empty if it claims nothing of the kind. */
    static Optional<String> problem(Attributes manifest) {
        return claimed(manifest, "Bundle-SymbolicName")
                .map(name ->
                        "its name " + name + " is kept for Bailiff's own bundles; give it another Bundle-SymbolicName")
                .or(() -> claimed(manifest, "Fragment-Host")
                        .map(host -> "it is a fragment of " + host
                                + ", and so would run as a part of it; make it a bundle that offers services"))
                .or(() -> claimed(manifest, "Export-Package")
                        .map(name -> "it exports the package " + name
                                + ", which only Bailiff may; have it import that, and build it with bnd"));
    }

    private static Optional<String> claimed(Attributes manifest, String header) {
        return names(Optional.ofNullable(manifest.getValue(header)).orElse(""))
                .filter(name -> name.equals(OURS) || name.startsWith(OURS + ".") || FRAMEWORK.contains(name))
                .findFirst();
    }

    /** The names without what is said of them. */
    private static Stream<String> names(String header) {
        return Arrays.stream(header.replaceAll("\"[^\"]*\"", "").split("[,;]"))
                .map(String::strip)
                .filter(part -> !part.contains("="));
    }
}
