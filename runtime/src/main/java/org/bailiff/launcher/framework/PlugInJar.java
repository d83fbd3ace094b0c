// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What a jar of the folder holds.
 *
 * @param path where it is
 * @param content a digest: of two jars with the same one, one is enough
 * @param problem why it is no bundle, with the mend; empty if it may be one
 */
record PlugInJar(Path path, String content, Optional<String> problem) {
    private static final String SYMBOLIC_NAME = "Bundle-SymbolicName";

    /** @throws IOException if it cannot be read now */
    static PlugInJar read(Path path) throws IOException {
        return new PlugInJar(path, digest(path), problem(path));
    }

    private static Optional<String> problem(Path path) {
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null || manifest.getMainAttributes().getValue(SYMBOLIC_NAME) == null) {
                return Optional.of("it is a jar, but no bundle: its manifest has no " + SYMBOLIC_NAME
                        + "; build it with bnd, as the plug-ins in itests/examples are");
            }
            return Claims.problem(manifest.getMainAttributes());
        } catch (IOException | SecurityException broken) {
            return Optional.of("it is no whole jar (" + broken.getMessage()
                    + "); copy it again under a name that begins with a dot, and rename it when that is done");
        }
    }

    private static String digest(Path path) throws IOException {
        try (DigestInputStream bytes =
                new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its bytes. */
    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    String name() {
        return path.getFileName().toString();
    }
}
