// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {
    private final List<String> messages = new ArrayList<>();

    private static String unescaped(String text) {
        return text.strip().translateEscapes();
    }

    /** What a connection is cut into that brings the bytes in pieces of this size, and then ends. */
    private void cutInto(String text, int piece) {
        Frames frames = new Frames((bytes, from, to, cut) ->
                messages.add(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1) + (cut ? " (cut)" : "")));
        byte[] all = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int from = 0; from < all.length; from += piece) {
            byte[] part = Arrays.copyOfRange(all, from, Math.min(all.length, from + piece));
            frames.feed(part, part.length);
            // A buffer is used again.
            Arrays.fill(part, (byte) '!');
        }
        frames.end();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "<1>a\\n<1>bc\\n ~ <1>a|<1>bc",
                "<1>a\\r\\n<1>b\\r\\n ~ <1>a\\r|<1>b\\r",
                "<1>a\\000<1>b\\000 ~ <1>a|<1>b",
                "\\n\\n\\r\\n<1>a\\n\\n\\000<1>b ~ <1>a|<1>b",
                "<1>no end ~ <1>no end",
                "4 <1>a5 <1>bc ~ <1>a|<1>bc",
                "6 <1>a\\nb4 <1>c ~ <1>a\\nb|<1>c",
                "5 <1>a\\n\\n5 <1>b\\n ~ <1>a\\n|<1>b\\n",
                // Half a counted message is none.
                "4 <1>a9 <1>b ~ <1>a",
                // A connection of lines stays one, whatever a text begins.
                "<1>a\\n9999999 b\\n<1>c\\n ~ <1>a|9999999 b|<1>c",
                // Out of step: on with the next line.
                "3 <1>a\\n4 <1>b ~ <1>|a|<1>b",
                "12345678 x\\n<1>a\\n ~ 12345678 x|<1>a",
                "2026-11-26T10:00:00Z h a: x\\n4 <1>b ~ 2026-11-26T10:00:00Z h a: x|<1>b",
                "0 a\\n ~ 0 a"
            })
    void messagesAreTheSameInWhateverPiecesTheyCome(String bytes, String expected) {
        for (int piece : List.of(1000, 1, 2, 3)) {
            messages.clear();
            cutInto(unescaped(bytes), piece);

            assertThat(messages)
                    .as("in pieces of %d", piece)
                    .containsExactly(unescaped(expected).split("\\|"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "4096", "1000000"})
    void anOversizedLineIsCutAndItsRestIsNoMessage(int piece) {
        cutInto("<1>" + "x".repeat(2 * Frames.LIMIT) + "\n<1>next\n", piece);

        assertThat(messages).hasSize(2);
        assertThat(messages.get(1)).isEqualTo("<1>next");
        assertThat(messages.get(0)).hasSizeGreaterThan(Frames.LIMIT - 1);
    }

    @Test
    void anOversizedCountedMessageIsCutAndSaidToBe() {
        String text = "<1>" + "x".repeat(2 * Frames.LIMIT);
        cutInto(text.length() + " " + text + "7 <1>next", 4096);

        assertThat(messages).hasSize(2);
        assertThat(messages.get(0)).hasSize(Frames.LIMIT + " (cut)".length()).endsWith("x (cut)");
        assertThat(messages.get(1)).isEqualTo("<1>next");
    }
}
