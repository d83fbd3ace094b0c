// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.connect.ConnectContent;

/** What a jar of the class path gives to its bundle: its entries, and the class loader of the class path. */
final class ClassPathContent implements ConnectContent {
    private final Path jar;
    /** Null while it is closed. The framework opens it before it asks, and closes it when nobody asks any more. */
    private ZipFile file;

    ClassPathContent(Path jar) {
        this.jar = jar;
    }

    @Override
    public synchronized void open() throws IOException {
        if (file == null) {
            file = new ZipFile(jar.toFile());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    /** The framework reads them of the manifest. */
    @Override
    public Optional<Map<String, String>> getHeaders() {
        return Optional.empty();
    }

    @Override
    public Iterable<String> getEntries() {
        List<String> names = opened().stream().map(ZipEntry::getName).toList();
        return names;
    }

    @Override
    public Optional<ConnectEntry> getEntry(String path) {
        ZipFile opened = opened();
        ZipEntry entry = opened.getEntry(path);
        return entry == null ? Optional.empty() : Optional.of(new Entry(opened, entry));
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
        return Optional.of(ClassPathContent.class.getClassLoader());
    }

    private synchronized ZipFile opened() {
        if (file == null) {
            throw new IllegalStateException(jar + " is closed");
        }
        return file;
    }

    private record Entry(ZipFile file, ZipEntry entry) implements ConnectEntry {
        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return file.getInputStream(entry);
        }
    }
}
