// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineEndsTest {
    @Test
    void lineFeedsAreFoundWhateverStandsAroundThem() {
        Random random = new Random(1);
        byte[] alphabet = {'\n', '\n' + 1, '\n' - 1, 0, (byte) 0x8a, 'x', 'y', 'z'};
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int index = 0; index < bytes.length; index++) {
                bytes[index] = alphabet[random.nextInt(alphabet.length)];
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            int[] found = new int[random.nextInt(8)];

            int count = LineEnds.find(bytes, from, to, found);

            assertThat(Arrays.copyOf(found, count)).isEqualTo(oneByOne(bytes, from, to, found.length));
        }
    }

    private static int[] oneByOne(byte[] bytes, int from, int to, int most) {
        return IntStream.range(from, to)
                .filter(index -> bytes[index] == '\n')
                .limit(most)
                .toArray();
    }
}
