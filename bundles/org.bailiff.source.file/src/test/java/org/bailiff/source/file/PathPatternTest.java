// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathPatternTest {
    @TempDir
    private Path temporary;

    @BeforeEach
    void writeFiles() throws IOException {
        for (String name : List.of("a/x1.log", "a/x2.log", "b/x1.log", "b/{x}.log", "b/deep/x1.log", ".c/x1.log")) {
            Files.createDirectories(temporary.resolve(name).getParent());
            Files.createFile(temporary.resolve(name));
        }
    }

    private List<String> files(String pattern) {
        return PathPattern.parse(temporary + "/" + pattern).expand().files().stream()
                .map(file -> temporary.relativize(file).toString())
                .toList();
    }

    @Test
    void aStarStaysWithinOneDirectory() {
        assertThat(files("*/x1.log")).containsExactly("a/x1.log", "b/x1.log");
        assertThat(files("b/**.log")).containsExactly("b/x1.log", "b/{x}.log");
    }

    @Test
    void questionMarksAndBracketsMatchOneCharacter() {
        assertThat(files("a/x?.log")).containsExactly("a/x1.log", "a/x2.log");
        assertThat(files("[ab]/x[!1].log")).containsExactly("a/x2.log");
    }

    @Test
    void hiddenNamesAreMatchedOnlyByAPartThatBeginsWithADot() {
        assertThat(files(".*/x1.log")).containsExactly(".c/x1.log");
    }

    @Test
    void bracesAreNoPattern() {
        assertThat(files("b/{x}*")).containsExactly("b/{x}.log");
        assertThat(files("{a,b}/*.log")).isEmpty();
    }

    @Test
    void directoriesAreNoMatch() {
        assertThat(files("b/*")).containsExactly("b/x1.log", "b/{x}.log");
    }

    @Test
    void whatIsNoAbsolutePathIsRefusedWithASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathPattern.parse("auth.log"))
                .withMessage("'auth.log' is not an absolute path of a file; write it from / on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathPattern.parse("/var/log/[a"))
                .withMessageContaining("close each [ with a ]");
        assertThatIllegalArgumentException().isThrownBy(() -> PathPattern.parse("/"));
        assertThatIllegalArgumentException().isThrownBy(() -> PathPattern.parse("/var/\0/log"));
    }
}
