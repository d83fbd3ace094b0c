// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionFileTest {
    @TempDir
    private Path folder;

    private Path path;
    private DecisionFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("decisions.log");
        file = new DecisionFile(path);
    }

    private static ByteBuffer lines(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void linesAreAppended() throws Exception {
        Files.writeString(path, "old\n");

        file.append(lines("a\n"));
        file.append(lines("b\nc\n"));

        assertThat(path).hasContent("old\na\nb\nc\n");
    }

    @Test
    void aNewFileIsForTheUserAndReadByTheGroup() throws Exception {
        file.append(lines("a\n"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aLinkThatTookItsPlaceIsNotFollowed() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "whole\n");
        Files.createSymbolicLink(path, other);

        assertThatThrownBy(() -> file.append(lines("a\n"))).isInstanceOf(IOException.class);
        assertThat(other).hasContent("whole\n");
    }

    @Test
    void halfALineOfADeadDaemonStaysApart() throws Exception {
        Files.writeString(path, "whole\nhal");

        file.append(lines("a\n"));

        assertThat(path).hasContent("whole\nhal\na\n");
    }

    @Test
    void aFileThatWasRenamedIsFollowedByANewOne() throws Exception {
        file.append(lines("a\n"));
        file.closeIfRenamed();
        Files.move(path, folder.resolve("decisions.log.1"));
        file.append(lines("b\n"));
        file.closeIfRenamed();
        file.append(lines("c\n"));

        assertThat(folder.resolve("decisions.log.1")).hasContent("a\nb\n");
        assertThat(path).hasContent("c\n");
    }

    @Test
    void aFileThatWasReplacedIsFollowed() throws Exception {
        file.append(lines("a\n"));
        Files.move(path, folder.resolve("decisions.log.1"));
        Files.createFile(path);
        file.closeIfRenamed();
        file.append(lines("b\n"));

        assertThat(path).hasContent("b\n");
    }

    @Test
    void aFileThatWasTruncatedGoesOn() throws Exception {
        file.append(lines("a\n"));
        Files.writeString(path, "");
        file.closeIfRenamed();
        file.append(lines("b\n"));

        assertThat(path).hasContent("b\n");
    }

    @Test
    void whatIsNoFileIsNotOpened() throws Exception {
        new ProcessBuilder("mkfifo", path.toString()).start().waitFor();

        assertThatThrownBy(() -> file.append(lines("a\n")))
                .isInstanceOf(IOException.class)
                .hasMessage("it is no file");
    }

    @Test
    void aFolderThatIsNotThereIsTriedAgain() throws Exception {
        Path later = folder.resolve("later/decisions.log");
        ByteBuffer lines = lines("a\n");
        DecisionFile early = new DecisionFile(later);
        assertThatThrownBy(() -> early.append(lines)).isInstanceOf(IOException.class);
        Files.createDirectory(later.getParent());

        early.append(lines);

        assertThat(later).hasContent("a\n");
    }
}
