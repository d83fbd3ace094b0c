// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the Karaf features repository with the distribution. */
class FeaturesIT {
    private static final Pattern OURS = Pattern.compile("mvn:org\\.bailiff/(org\\.bailiff\\.[^/]+)/([^/<]+)<");

    @Test
    void theFeaturesNameExactlyOurShippedBundlesEachOnce() throws IOException {
        Path features = Path.of(System.getProperty("features"));
        Path bundles = Path.of(System.getProperty("distribution"), "bundles");

        List<String> named = OURS.matcher(Files.readString(features))
                .results()
                .map(match -> match.group(1) + "-" + match.group(2) + ".jar")
                .collect(Collectors.toList());

        try (Stream<Path> shipped = Files.list(bundles)) {
            assertThat(named)
                    .containsExactlyInAnyOrderElementsOf(
                            shipped.map(jar -> jar.getFileName().toString()).collect(Collectors.toList()));
        }
    }
}
