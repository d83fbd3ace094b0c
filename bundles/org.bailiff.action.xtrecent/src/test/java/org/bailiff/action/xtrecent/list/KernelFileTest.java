// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelFileTest {
    @TempDir
    Path root;

    @Test
    void aMissingListIsToldByTheExceptionsTypeAndNotMade() {
        KernelFile file = new KernelFile(root.resolve("list"));

        assertThatThrownBy(file::openForWriting).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(file::openForReading).isInstanceOf(NoSuchFileException.class);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void everyChangeIsWrittenAtPositionZero() throws IOException {
        Path list = Files.createFile(root.resolve("list"));

        try (RecentFile.Writer writer = new KernelFile(list).openForWriting()) {
            writer.write("+192.0.2.7");
            writer.write("-192.0.2.8");
        }

        assertThat(list).hasContent("-192.0.2.8");
    }

    @Test
    void anInterruptedThreadWrites() throws IOException {
        Path list = Files.createFile(root.resolve("list"));

        try (RecentFile.Writer writer = new KernelFile(list).openForWriting()) {
            Thread.currentThread().interrupt();
            writer.write("+192.0.2.7");
            writer.write("+192.0.2.8");
        } finally {
            Thread.interrupted();
        }

        assertThat(list).hasContent("+192.0.2.8");
    }
}
