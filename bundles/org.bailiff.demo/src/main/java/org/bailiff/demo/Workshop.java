// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder for the demo, which everybody may enter, with a copy of the distribution in it. Gone when closed. */
final class Workshop implements AutoCloseable {
    private static final Path PASSABLE = Path.of(System.getProperty("java.io.tmpdir"));

    private final Path folder;

    private Workshop(Path folder) {
        this.folder = folder;
    }

    /** Copies the distribution: its own folder may be one that the daemon's user cannot enter. */
    static Workshop open(Path home) throws IOException, InterruptedException {
        Workshop workshop = new Workshop(Files.createTempDirectory(PASSABLE, "bailiff-demo-"));
        try {
            Files.setPosixFilePermissions(workshop.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createDirectory(workshop.home());
            for (String part : List.of("bin", "lib", "system", "bundles", "deploy", "etc")) {
                Programs.succeed(List.of(
                        "cp",
                        "-r",
                        home.resolve(part).toString(),
                        workshop.home().toString()));
            }
            Programs.succeed(List.of("chmod", "-R", "a+rX,go-w", workshop.home().toString()));
            return workshop;
        } catch (IOException | InterruptedException e) {
            workshop.close();
            throw e;
        }
    }

    /** The copy of the distribution. */
    Path home() {
        return folder.resolve("bailiff");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a file that everybody may read, whatever the file mode creation mask of this process. */
    Path write(String name, String text) throws IOException {
        Path file = Files.writeString(file(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    /** Writes the administrator's file of jails. */
    void configure(String jails) throws IOException {
        write("bailiff/etc/jail.local", jails);
    }

    /** Makes a folder that a user and the group of the same number own; one's own if empty. */
    Path privateFolder(String name, Optional<Integer> account) throws IOException {
        return own(Files.createDirectory(file(name)), account);
    }

    /** Makes a log that this group may read. */
    Path log(String name, Optional<Integer> account) throws IOException {
        Path log = Files.createFile(file(name));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r-----"));
        if (account.isPresent()) {
            Files.setAttribute(log, "unix:gid", account.get());
        }
        return log;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path own(Path file, Optional<Integer> account) throws IOException {
        if (account.isPresent()) {
            Files.setAttribute(file, "unix:uid", account.get());
            Files.setAttribute(file, "unix:gid", account.get());
        }
        return file;
    }
}
