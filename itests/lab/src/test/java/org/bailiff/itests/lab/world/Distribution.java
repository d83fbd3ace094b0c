// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    /** Puts a copy of another configuration into the place of the shipped one. */
    void takeConfiguration(Path other) throws IOException, InterruptedException {
        Tool.succeed(List.of("rm", "-r", etc().toString()));
        Tool.succeed(List.of("cp", "-r", other.toString(), etc().toString()));
        Tool.succeed(List.of("chmod", "-R", "a+rX,go-w", etc().toString()));
    }

    /** Writes a file of the configuration. */
    public void configure(String name, String text) throws IOException {
        Path file = etc().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
