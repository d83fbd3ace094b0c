// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import java.util.List;
import java.util.Random;

/** Changes lines of a log a little, as attackers, other versions and other languages do. The same seed, the same changes. */
final class Mutator {
    private static final List<String> PIECES = List.of(
            " ",
            "  ",
            "\t",
            "'",
            "\"",
            "[",
            "]",
            "(",
            ")",
            ":",
            ";",
            ",",
            ".",
            "/",
            "\\",
            "<",
            ">",
            "=",
            "-",
            "_",
            "%",
            "@",
            "$",
            "0",
            "9",
            "a",
            "Z",
            "é",
            "ß",
            "İ",
            "ſ",
            "\u00a0",
            "\u2003",
            "\u0661",
            "\u4e2d",
            "\u0085",
            "\u001c",
            "\ud83d\ude00",
            " from ",
            " user ",
            "root",
            " for ",
            " rhost=",
            "192.0.2.66",
            "::ffff:192.0.2.66",
            "2001:db8::66",
            "[192.0.2.66]",
            "host.example.com",
            " port 22",
            " ssh2",
            "[preauth]",
            "FAILED",
            "failed",
            " invalid user ",
            "client ");

    private final Random random;
    private final List<String> lines;

    /**
     * @param lines of which pieces are put into others
     */
    Mutator(Random random, List<String> lines) {
        this.random = random;
        this.lines = lines;
    }

    /** The line, changed in one place, now and then in two or three. */
    String change(String line) {
        String changed = line;
        for (int count = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1; count > 0; count--) {
            changed = changeOnce(changed);
        }
        return changed.replace('\n', ' ').replace('\r', ' ').stripTrailing();
    }

    private String changeOnce(String line) {
        if (line.isEmpty()) {
            return piece();
        }
        int at = boundary(line, random.nextInt(line.length() + 1));
        int end = boundary(line, Math.min(line.length(), at + 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 2)));
        String before = line.substring(0, at);
        String cut = line.substring(at, end);
        String after = line.substring(end);
        return switch (random.nextInt(8)) {
            case 0 -> before + after;
            case 1, 2 -> before + piece() + cut + after;
            case 3 -> before + piece() + after;
            case 4 -> before + cut + cut + after;
            case 5 -> before + swapCase(cut) + after;
            case 6 -> before + digitsChanged(cut) + after;
            default -> before + sliceOfAnother() + cut + after;
        };
    }

    /** Not between the halves of a pair. */
    private static int boundary(String line, int at) {
        boolean within = at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at));
        return within ? at - 1 : at;
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private String sliceOfAnother() {
        String other = lines.get(random.nextInt(lines.size()));
        int start = boundary(other, random.nextInt(other.length() + 1));
        return other.substring(start, boundary(other, Math.min(other.length(), start + random.nextInt(30))));
    }

    private static String swapCase(String text) {
        return text.equals(text.toUpperCase()) ? text.toLowerCase() : text.toUpperCase();
    }

    private String digitsChanged(String text) {
        StringBuilder changed = new StringBuilder();
        text.chars()
                .forEach(letter -> changed.append(
                        letter >= '0' && letter <= '9' ? (char) ('0' + random.nextInt(10)) : (char) letter));
        return changed.toString();
    }
}
