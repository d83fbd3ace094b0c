// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.bailiff.filter.admission.bundled.BundleFiles;
import org.osgi.framework.Bundle;

/**
 * The files in a bundle of the framework.
 *
 * @param bundle whose
 */
record FrameworkBundleFiles(Bundle bundle) implements BundleFiles {
    @Override
    public String title() {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    @Override
    public List<String> find(String folder, String pattern) {
        Enumeration<URL> found = bundle.findEntries("/" + folder, pattern, false);
        return found == null
                ? List.of()
                : Collections.list(found).stream()
                        .map(URL::getPath)
                        .map(path -> path.replaceFirst("^/+", ""))
                        .filter(path -> !path.endsWith("/"))
                        .sorted()
                        .toList();
    }

    @Override
    public String text(String path, int longest) throws IOException {
        URL entry = bundle.getEntry(path);
        if (entry == null) {
            throw new FileNotFoundException("there is no " + path + " in it");
        }
        try (InputStream bytes = entry.openStream()) {
            byte[] read = bytes.readNBytes(longest + 1);
            if (read.length > longest) {
                throw new IOException("it is longer than " + longest + " bytes");
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }
}
