// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is shipped, copied to where any user can read it. */
public final class Distribution {
    private final Path folder;

    private Distribution(Path folder) {
        this.folder = folder;
    }

    /** Copies what was built; the copy is root's, readable by all. */
    static Distribution copyTo(Path folder) throws IOException, InterruptedException {
        Path built = Path.of(System.getProperty("bailiff.distribution")).toRealPath();
        Tool.succeed(List.of("cp", "-r", built.toString(), folder.toString()));
        Tool.succeed(List.of("chmod", "-R", "a+rX,go-w", folder.toString()));
        return new Distribution(folder);
    }

    /** The one command. */
    public String command() {
        return folder.resolve("bin/bailiff").toString();
    }

    public Path etc() {
        return folder.resolve("etc");
    }

    /** The folder of plug-ins; root's, as all of the copy is. */
    public Path deploy() {
        return folder.resolve("deploy");
    }

    /** Puts a copy of another configuration into the place of the shipped one. */
    void takeConfiguration(Path other) throws IOException, InterruptedException {
        Tool.succeed(List.of("rm", "-r", etc().toString()));
        Tool.succeed(List.of("cp", "-r", other.toString(), etc().toString()));
        Tool.succeed(List.of("chmod", "-R", "a+rX,go-w", etc().toString()));
    }

    /** Puts compiled classes into a bundle, in the place of its own. */
    public void replaceClasses(String bundle, Path classes) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(jarOf(bundle));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file,
                        jar.getPath("/").resolve(classes.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path jarOf(String bundle) throws IOException {
        try (Stream<Path> jars = Files.list(folder.resolve("bundles"))) {
            // A name that another begins with is followed by the version.
            return jars.filter(jar -> jar.getFileName().toString().matches(Pattern.quote(bundle) + "-\\d.*"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no bundle " + bundle));
        }
    }

    /** All of its jars, as a class path. */
    public String classPath() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** Writes a file of the configuration. */
    public void configure(String name, String text) throws IOException {
        Path file = etc().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
