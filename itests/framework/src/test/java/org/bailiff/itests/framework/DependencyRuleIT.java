// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.framework;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** The drawing in the bundles' README, held against the manifests of what is shipped. */
public class DependencyRuleIT {
    private static final List<String> OPEN = List.of("org.bailiff.api", "org.bailiff.dialect", "org.bailiff.text");
    private static final Pattern OUR_PACKAGE = Pattern.compile("(?:^|,)(org\\.bailiff[\\w.]*)");

    @Test
    public void bundlesAreShippedUnderTheirOwnNames() throws IOException {
        List<Path> bundles = Shipped.jars("bundles");

        assertFalse(bundles.isEmpty());
        for (Path bundle : bundles) {
            String name = header(bundle, "Bundle-SymbolicName").split(";")[0];
            assertTrue(bundle.toString(), bundle.getFileName().toString().startsWith(name));
        }
    }

    @Test
    public void onlyTheApiAndTheLibrariesExportPackages() throws IOException {
        for (Path bundle : Shipped.jars("bundles")) {
            String name = header(bundle, "Bundle-SymbolicName").split(";")[0];
            assertEquals(name, OPEN.contains(name), header(bundle, "Export-Package") != null);
        }
    }

    @Test
    public void noBundleImportsFromASibling() throws IOException {
        for (Path bundle : Shipped.jars("bundles")) {
            Matcher imports = OUR_PACKAGE.matcher(withoutDirectives(header(bundle, "Import-Package")));
            while (imports.find()) {
                String wanted = imports.group(1);
                assertTrue(
                        bundle.getFileName() + " imports " + wanted,
                        OPEN.stream().anyMatch(open -> wanted.equals(open) || wanted.startsWith(open + ".")));
            }
        }
    }

    @Test
    public void noBundleReachesBeyondItsImports() throws IOException {
        for (Path bundle : Shipped.jars("bundles")) {
            for (String forbidden : List.of("DynamicImport-Package", "Require-Bundle", "Bundle-Activator")) {
                assertNull(bundle.getFileName() + ": " + forbidden, header(bundle, forbidden));
            }
        }
    }

    private static String header(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes attributes = file.getManifest().getMainAttributes();
            return attributes.getValue(name);
        }
    }

    /** The packages alone: a version range holds a comma, too. */
    private static String withoutDirectives(String header) {
        return header == null ? "" : header.replaceAll("\"[^\"]*\"", "");
    }
}
