// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBlockTest {

    @Test
    void howeverAStreamComesItsLinesAreThose() throws IOException {
        Random chance = new Random(7);
        for (int round = 0; round < 200; round++) {
            String text = text(chance);

            List<String> lines = lines(new Dribble(text, chance));

            assertThat(lines).isEqualTo(plainly(text));
        }
    }

    /** Mostly short lines, and now and then some about the limit. */
    private static String text(Random chance) {
        StringBuilder text = new StringBuilder();
        for (int line = chance.nextInt(60); line > 0; line--) {
            int length = chance.nextInt(20) == 0
                    ? LineBlock.LIMIT - 2 + chance.nextInt(5) + chance.nextInt(2) * 5 * LineBlock.LIMIT
                    : chance.nextInt(100);
            text.append((char) ('a' + line % 26)).append("x".repeat(length));
            text.append(chance.nextInt(3) == 0 ? "\r\n" : chance.nextInt(9) == 0 ? "\n\n" : "\n");
        }
        text.append(chance.nextBoolean() ? "the end" : "");
        return text.toString();
    }

    private static List<String> plainly(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        lines.replaceAll(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        lines.replaceAll(line -> line.substring(0, Math.min(line.length(), LineBlock.LIMIT)));
        return lines;
    }

    private static List<String> lines(InputStream stream) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineBlock block = new LineBlock("a stream", stream)) {
            while (block.next(Instant.EPOCH)) {
                assertThat(block.count()).isPositive();
                for (int line = 0; line < block.count(); line++) {
                    int start = block.start(line);
                    lines.add(new String(block.buffer(), start, block.end(line) - start, StandardCharsets.US_ASCII));
                }
            }
        }
        return lines;
    }

    /** A stream that gives as much as it likes. */
    private static final class Dribble extends InputStream {
        private final InputStream all;
        private final Random chance;

        Dribble(String text, Random chance) {
            this.all = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
            this.chance = chance;
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            return all.read(target, from, Math.min(length, 1 + chance.nextInt(300_000)));
        }
    }
}
