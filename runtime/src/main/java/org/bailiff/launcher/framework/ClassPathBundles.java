// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Has bundles whose jar is on the JVM's class path take their classes from there (OSGi Connect): the JVM can then keep
 * them in an archive, parsed and linked. What they import and offer is still resolved as for every bundle. Jars that are
 * not on the class path, as plug-ins, get a class loader of the framework's.
 */
final class ClassPathBundles implements ModuleConnector {
    private final Set<Path> classPath;

    private ClassPathBundles(Set<Path> classPath) {
        this.classPath = classPath;
    }

    /** Those of this JVM. */
    static ClassPathBundles ofThisProcess() {
        return of(System.getProperty("java.class.path", ""));
    }

    /** Those of a class path as Java writes it. */
    static ClassPathBundles of(String classPath) {
        return new ClassPathBundles(Stream.of(classPath.split(File.pathSeparator))
                .map(ClassPathBundles::normal)
                .collect(Collectors.toSet()));
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {
        // Nothing is kept.
    }

    /** Where the framework is to find a jar that it does not copy. */
    String locationOf(Path jar) {
        // What it is told to refer to it opens itself, and does not ask for.
        return (holds(jar) ? "" : "reference:") + jar.toUri();
    }

    @Override
    public Optional<ConnectModule> connect(String location) {
        if (!location.startsWith("file:")) {
            return Optional.empty();
        }
        Path jar = Path.of(URI.create(location));
        return holds(jar) ? Optional.of(() -> new ClassPathContent(jar)) : Optional.empty();
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }

    private boolean holds(Path jar) {
        return classPath.contains(jar.toAbsolutePath().normalize());
    }

    private static Path normal(String jar) {
        return Path.of(jar).toAbsolutePath().normalize();
    }
}
