// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle to be written as a jar. */
final class BundleJar {
    private final Map<String, String> headers = new HashMap<>();
    private final List<Class<?>> classes = new ArrayList<>();

    private BundleJar(String symbolicName, String version) {
        with("Bundle-ManifestVersion", "2");
        with("Bundle-SymbolicName", symbolicName);
        with("Bundle-Version", version);
    }

    static BundleJar of(String symbolicName, String version) {
        return new BundleJar(symbolicName, version);
    }

    BundleJar with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    BundleJar without(String header) {
        headers.remove(header);
        return this;
    }

    /** Started by this. */
    BundleJar startedBy(Class<?> activator) {
        classes.add(activator);
        return with("Bundle-Activator", activator.getName()).with("Import-Package", "org.osgi.framework");
    }

    /** Writes it elsewhere, and renames it: it is there at once. */
    void writeTo(Path jar) throws IOException {
        Path hidden = jar.resolveSibling("." + jar.getFileName());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream file = Files.newOutputStream(hidden);
                JarOutputStream archive = new JarOutputStream(file)) {
            archive.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(archive);
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                archive.putNextEntry(entry(name));
                try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(archive);
                }
            }
        }
        Files.move(hidden, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Of always the same time: what is written twice is the same. */
    private static JarEntry entry(String name) {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        return entry;
    }
}
