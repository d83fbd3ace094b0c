// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.framework;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.bailiff.api.FrameworkProperties;
import org.ops4j.pax.exam.Option;

/** What is shipped, and the framework that it is put into for a test. */
final class Shipped {
    /** A filter of the tests' own: what the library says is not the question here. */
    static final String FILTER = "[Definition]\nfailregex = ^refused <HOST>$\n";

    private static final String SERVICE_LOADER =
            "osgi.extender;osgi.extender=\"osgi.serviceloader.processor\";version:Version=\"1.0\","
                    + "osgi.extender;osgi.extender=\"osgi.serviceloader.registrar\";version:Version=\"1.0\"";

    private Shipped() {}

    /** The jars of one folder of the distribution, in order. */
    static List<Path> jars(String folder) throws IOException {
        Path distribution = Path.of(System.getProperty("bailiff.distribution")).toRealPath();
        try (Stream<Path> files = Files.list(distribution.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** The whole distribution, configured with these jails and nothing else. */
    static Option with(String jails) throws IOException {
        // Not in the build's folder, whose path may be too long for a socket's.
        Path home = Files.createTempDirectory("bailiff-itest");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(home)));
        Path etc = Files.createDirectories(home.resolve("etc"));
        Files.createDirectory(etc.resolve("filter.d"));
        Files.writeString(etc.resolve("bailiff.conf"), "[Definition]\n");
        Files.writeString(etc.resolve("jail.conf"), jails.replace("@HOME@", home.toString()));
        Files.writeString(etc.resolve("filter.d/refusals.conf"), FILTER);
        Files.createFile(home.resolve("service.log"));
        Files.createDirectory(home.resolve("data"));
        List<Option> options = new ArrayList<>(List.of(junitBundles()));
        properties(home)
                .forEach((name, value) -> options.add(frameworkProperty(name).value(value)));
        for (String folder : List.of("system", "bundles")) {
            for (Path jar : jars(folder)) {
                options.add(asBundle(jar));
            }
        }
        return composite(options.toArray(Option[]::new));
    }

    private static Map<String, String> properties(Path home) {
        return Map.of(
                "org.osgi.framework.system.capabilities.extra",
                SERVICE_LOADER,
                "felix.service.urlhandlers",
                "true",
                FrameworkProperties.HOME,
                home.toString(),
                FrameworkProperties.ETC,
                home.resolve("etc").toString(),
                FrameworkProperties.DATA,
                home.resolve("data").toString(),
                FrameworkProperties.DEPLOY,
                home.resolve("deploy").toString(),
                FrameworkProperties.SOCKET,
                home.resolve("data/control").toString(),
                FrameworkProperties.VERSION,
                "0");
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Option asBundle(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            boolean fragment = file.getManifest().getMainAttributes().getValue("Fragment-Host") != null;
            String location = "reference:" + jar.toUri();
            return fragment ? bundle(location).noStart() : bundle(location);
        }
    }
}
