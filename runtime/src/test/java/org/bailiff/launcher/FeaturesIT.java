// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the Karaf features repository with the distribution, and what its bundles ask for with what they offer. */
class FeaturesIT {
    private static final Pattern OURS = Pattern.compile("mvn:org\\.bailiff/(org\\.bailiff\\.[^/]+)/([^/<]+)<");
    private static final Pattern OFFERED_SERVICES =
            Pattern.compile("osgi\\.service;objectClass:List<String>=\"([^\"]+)\"");
    /** The archive's, as Maven lays them out: group with slashes, name, version, and what else makes the file's name. */
    private static final Pattern ARCHIVED = Pattern.compile(
            "mvn:((?:org\\.bailiff|com\\.google\\.code\\.gson))/([^/<]+)/([^/<]+)(?:/([^/<]+)/([^/<]+))?<");
    /** For containers only, and there useless without one's shell. */
    private static final String SHELL = "org.bailiff.shell";

    /** The service, and what else its requirement says. */
    private static final Pattern NEEDED_SERVICE =
            Pattern.compile("osgi\\.service;[^,]*filter:=\"\\(objectClass=([^)]+)\\)\"([^,]*)");
    /** Karaf's own. */
    private static final String CONFIG_ADMIN = "org.osgi.service.cm.ConfigurationAdmin";

    @Test
    void theFeaturesNameExactlyOurShippedBundlesEachOnce() throws IOException {
        Path features = Path.of(System.getProperty("features"));
        Path bundles = Path.of(System.getProperty("distribution"), "bundles");

        List<String> named = OURS.matcher(Files.readString(features))
                .results()
                .filter(match -> !match.group(1).equals(SHELL))
                .map(match -> match.group(1) + "-" + match.group(2) + ".jar")
                .collect(Collectors.toList());

        try (Stream<Path> shipped = Files.list(bundles)) {
            assertThat(named)
                    .containsExactlyInAnyOrderElementsOf(
                            shipped.map(jar -> jar.getFileName().toString()).collect(Collectors.toList()));
        }
    }

    @Test
    void theArchiveHoldsWhatTheFeaturesNameAndNoOtherBundle() throws IOException {
        Path features = Path.of(System.getProperty("features"));
        Path archive = features.resolveSibling("kar/repository");

        List<String> named = ARCHIVED.matcher(Files.readString(features))
                .results()
                .map(FeaturesIT::file)
                .collect(Collectors.toList());

        assertThat(named).isNotEmpty().allMatch(file -> Files.exists(archive.resolve(file)));
        try (Stream<Path> files = Files.walk(archive)) {
            assertThat(files.map(file -> archive.relativize(file).toString()).filter(file -> file.endsWith(".jar")))
                    .allMatch(named::contains);
        }
    }

    private static String file(MatchResult artifact) {
        String end = artifact.group(4) == null ? ".jar" : "-" + artifact.group(5) + "." + artifact.group(4);
        return artifact.group(1).replace('.', '/') + "/" + artifact.group(2) + "/" + artifact.group(3) + "/"
                + artifact.group(2) + "-" + artifact.group(3) + end;
    }

    @Test
    void everyServiceThatABundleCannotDoWithoutIsSaidToBeOfferedByOne() throws IOException {
        // Karaf resolves by these headers, and installs nothing while one such service is missing.
        Set<String> offered = new TreeSet<>(Set.of(CONFIG_ADMIN));
        Set<String> needed = new TreeSet<>();
        for (Attributes manifest : manifests()) {
            OFFERED_SERVICES
                    .matcher(header(manifest, "Provide-Capability"))
                    .results()
                    .forEach(match -> offered.addAll(List.of(match.group(1).split(","))));
            NEEDED_SERVICE
                    .matcher(header(manifest, "Require-Capability"))
                    .results()
                    .filter(match -> !match.group(2).contains("resolution:=optional"))
                    .forEach(match -> needed.add(match.group(1)));
        }

        assertThat(needed).isNotEmpty();
        assertThat(offered).containsAll(needed);
    }

    private static List<Attributes> manifests() throws IOException {
        List<Attributes> manifests = new ArrayList<>();
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(Path.of(System.getProperty("distribution"), "bundles"), "*.jar")) {
            for (Path path : jars) {
                try (JarFile jar = new JarFile(path.toFile())) {
                    manifests.add(jar.getManifest().getMainAttributes());
                }
            }
        }
        return manifests;
    }

    private static String header(Attributes manifest, String name) {
        String value = manifest.getValue(name);
        return value == null ? "" : value;
    }
}
