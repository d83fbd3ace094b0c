// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** An example plug-in, in versions of its own, that root puts into the daemon's folder and takes out again. */
public final class PlugIn {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Path built;
    private final Path deployed;

    private PlugIn(Path built, Path deployed) {
        this.built = built;
        this.deployed = deployed;
    }

    /** That of {@code itests/examples} with this name, for this folder. */
    public static PlugIn of(String name, Path folder) throws IOException {
        Path target = Path.of(System.getProperty("bailiff.examples"), name, "target");
        try (Stream<Path> files = Files.list(target)) {
            Path jar = files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar in " + target + "; package the whole first"));
            return new PlugIn(jar, folder.resolve(name + ".jar"));
        }
    }

    /** Where it lies in the daemon's folder. */
    public Path path() {
        return deployed;
    }

    /** Puts it there in this version, at once, in the place of what was there. */
    public void deploy(String version) throws IOException {
        deploy("Bundle-Version", version);
    }

    /** The same with any header of its manifest. */
    public void deploy(String header, String value) throws IOException {
        Path hidden = deployed.resolveSibling("." + deployed.getFileName());
        Files.copy(built, hidden, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem jar = FileSystems.newFileSystem(hidden)) {
            Path file = jar.getPath(MANIFEST);
            Manifest manifest;
            try (InputStream text = Files.newInputStream(file)) {
                manifest = new Manifest(text);
            }
            manifest.getMainAttributes().putValue(header, value);
            try (OutputStream text = Files.newOutputStream(file)) {
                manifest.write(text);
            }
        }
        Files.move(hidden, deployed, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Its bytes as they were built. */
    public byte[] bytes() throws IOException {
        return Files.readAllBytes(built);
    }

    /** Takes it out. */
    public void remove() throws IOException {
        Files.delete(deployed);
    }
}
