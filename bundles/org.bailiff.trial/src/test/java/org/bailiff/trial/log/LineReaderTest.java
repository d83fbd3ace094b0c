// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void linesEndAtLineFeedsAndTheLastOneMayLackIt() throws IOException {
        assertThat(lines("one\ntwo\r\n\nfour")).containsExactly("one", "two", "", "four");
    }

    @Test
    void nothingIsNoLine() throws IOException {
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n")).containsExactly("");
    }

    @Test
    void aCarriageReturnWithinALineIsPartOfIt() throws IOException {
        assertThat(lines("a\rb\n")).containsExactly("a\rb");
    }

    @Test
    void linesMayLieAcrossBlocks() throws IOException {
        String line = "x".repeat(1000);

        assertThat(lines((line + "\n").repeat(1000))).hasSize(1000).allMatch(line::equals);
    }

    @Test
    void ofAVeryLongLineOnlyTheBeginningIsKeptAndTheNextIsWhole() throws IOException {
        List<String> lines = lines("x".repeat(3_000_000) + "\nnext\n");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).hasSize(LineBlock.LIMIT).containsOnlyOnce("x".repeat(LineBlock.LIMIT));
        assertThat(lines.get(1)).isEqualTo("next");
    }

    @Test
    void aLineOfExactlyTheLimitLosesNothingBesideItsCarriageReturn() throws IOException {
        String longest = "x".repeat(LineBlock.LIMIT);

        assertThat(lines(longest + "\r\n")).containsExactly(longest);
    }

    @Test
    void bytesThatAreNotUtf8AreLatin1UnlessACharsetIsNamed() throws IOException {
        byte[] bytes = "é\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(lines(bytes, Optional.empty())).containsExactly("é");
        assertThat(lines(bytes, Optional.of(Charset.forName("windows-1251")))).containsExactly("й");
    }

    private static List<String> lines(String text) throws IOException {
        return lines(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private static List<String> lines(byte[] bytes, Optional<Charset> charset) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(new LineBlock("bytes", new ByteArrayInputStream(bytes)), charset)) {
            for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }
}
