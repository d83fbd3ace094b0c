// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipContentTest {
    @TempDir
    private Path directory;

    @Test
    void isReadFromItsBeginningAgainAlthoughTheFileWasRenamed() throws IOException {
        Path file = directory.resolve("log.1.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("one two three".getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = new byte[16];
        try (GzipContent content = new GzipContent(file)) {
            assertThat(content.read(bytes, bytes.length, 4)).isEqualTo(9);
            Files.move(file, directory.resolve("log.2.gz"));

            assertThat(content.read(bytes, bytes.length, 0)).isEqualTo(13);
        }

        assertThat(bytes).startsWith("one two three".getBytes(StandardCharsets.UTF_8));
    }
}
