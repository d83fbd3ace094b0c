// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void whatIsHarmlessStaysAsItIs() {
        String text = "Failed password for müller from 192.0.2.7 <port> \\ \" 漢字 😀";

        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void whatMovesTheCursorOrHidesIsWrittenOut() {
        assertThat(SafeText.of("\u001b[31mred\u0007\r\n\t\u0000\u007f\u009b"))
                .isEqualTo("\\x1b[31mred\\x07\\x0d\\x0a\\x09\\x00\\x7f\\x9b");
        assertThat(SafeText.of("a\u202eb\u200bc\u2028d\ufeffe\u00ad"))
                .isEqualTo("a\\u{202e}b\\u{200b}c\\u{2028}d\\u{feff}e\\u{ad}");
    }

    @Test
    void aLoneSurrogateIsWrittenOut() {
        assertThat(SafeText.of("a\ud800b")).isEqualTo("a\\u{d800}b");
    }

    @Test
    void noTextBeginsLikeMarkup() {
        assertThat(SafeText.of("<html><b>")).isEqualTo("\\x3chtml><b>");
    }

    @Test
    void aLongTextIsCutAndShowsIt() {
        assertThat(SafeText.of("x".repeat(500))).isEqualTo("x".repeat(500));
        assertThat(SafeText.of("x".repeat(501))).isEqualTo("x".repeat(499) + "…");
        assertThat(SafeText.of("abc", 3)).isEqualTo("abc");
        assertThat(SafeText.of("abcd", 3)).isEqualTo("ab…");
        assertThat(SafeText.of("ab\u0001", 5)).isEqualTo("ab…");
    }

    @Test
    void anyTextIsSafeShortEnoughAndStableWhenMadeSafeAgain() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(0x100) : random.nextInt(0x10000)));
            }
            int limit = 1 + random.nextInt(60);

            String safe = SafeText.of(text.toString(), limit);

            assertThat(safe).hasSizeLessThanOrEqualTo(limit).doesNotStartWith("<");
            assertThat(safe.chars()).noneMatch(Character::isISOControl);
            assertThat(SafeText.of(safe, limit)).isEqualTo(safe);
        }
    }

    @Test
    void bytesAreUtf8OrElseLatin1() {
        byte[] utf8 = "xmüllerx".getBytes(StandardCharsets.UTF_8);
        byte[] latin1 = "xmüllerx".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(SafeText.decode(utf8, 1, utf8.length - 1)).isEqualTo("müller");
        assertThat(SafeText.decode(latin1, 1, latin1.length - 1)).isEqualTo("müller");
        assertThat(SafeText.decode(utf8, 0, 0)).isEmpty();
    }
}
