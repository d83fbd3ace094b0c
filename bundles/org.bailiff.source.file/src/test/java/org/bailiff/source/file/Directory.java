// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.zip.GZIPOutputStream;

/** A directory of logs, and what writers and rotation do there. */
record Directory(Path path) {

    Path file(String name) {
        return path.resolve(name);
    }

    /** Adds text to a file, which is made if there is none. */
    void write(String name, String text) throws IOException {
        Files.writeString(file(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void create(String name) throws IOException {
        Files.createFile(file(name));
    }

    void rename(String from, String to) throws IOException {
        Files.move(file(from), file(to), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Renames {@code name.1} to {@code name.2} and so on, and then {@code name} to {@code name.1}. */
    void rotate(String name) throws IOException {
        int last = 0;
        while (Files.exists(file(name + "." + (last + 1)))) {
            last++;
        }
        for (int number = last; number >= 1; number--) {
            rename(name + "." + number, name + "." + (number + 1));
        }
        rename(name, name + ".1");
    }

    /** The copy is two ticks of the kernel's later: within one, the times do not tell what came first. */
    void copy(String from, String to) throws IOException {
        Files.copy(file(from), file(to), StandardCopyOption.REPLACE_EXISTING);
        FileTime written = Files.getLastModifiedTime(file(from));
        Files.setLastModifiedTime(file(to), FileTime.fromMillis(written.toMillis() + 20));
    }

    /** As {@code cp} does where there is a copy already: the file stays, and holds something else. */
    void copyOver(String from, String to) throws IOException {
        Files.write(file(to), Files.readAllBytes(file(from)));
    }

    void truncate(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(file(name), StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    /** Writes at an offset, as a writer does that is not in append mode. */
    void writeAt(String name, long offset, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file(name), StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text), offset);
        }
    }

    /** As gzip does it: the compressed file has the time of the other. */
    void compress(String name) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file(name + ".gz")))) {
            Files.copy(file(name), out);
        }
        Files.setLastModifiedTime(file(name + ".gz"), Files.getLastModifiedTime(file(name)));
        Files.delete(file(name));
    }
}
