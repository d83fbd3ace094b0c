// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text that an attacker may have written, made safe to show on a terminal, in a log line, in an MBean and in JSON.
 *
 * <p>What could move a cursor, start an escape sequence, break a line, reverse the reading direction or hide is written
 * as {@code \xHH} or {@code \}{@code u{HHHH}}; what remains reads as it was. Made safe once, a text stays as it is when
 * made safe again, but for its length.
 */
public final class SafeText {
    /** How many characters of a log line are kept as evidence. */
    public static final int LINE_LIMIT = 500;

    private static final String CUT = "…";

    private SafeText() {}

    /** The text, safe, in at most {@link #LINE_LIMIT} characters. */
    public static String of(String text) {
        return of(text, LINE_LIMIT);
    }

    /** The text, safe, in at most {@code limit} characters; what was cut off is shown by an ellipsis. */
    public static String of(String text, int limit) {
        return text.length() <= limit && isPlain(text) ? text : shown(text, limit);
    }

    /** Nearly all lines are: they are passed on as they are, at no cost. */
    private static boolean isPlain(String text) {
        int anyBeyond = 0;
        for (int index = 0; index < text.length(); index++) {
            int character = text.charAt(index);
            // Negative if it is one of the others; no way out for each costs less than one for some.
            anyBeyond |= character - 0x20 | 0x7e - character;
        }
        return anyBeyond >= 0 && !text.startsWith("<");
    }

    private static String shown(String text, int limit) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), limit));
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            String shown = shown(codePoint, index == 0);
            if (safe.length() + shown.length()
                    > limit - (index + Character.charCount(codePoint) < text.length() ? 1 : 0)) {
                return safe.append(CUT).toString();
            }
            safe.append(shown);
            index += Character.charCount(codePoint);
        }
        return safe.toString();
    }

    private static String shown(int codePoint, boolean first) {
        // Swing, and so jconsole, renders a text that begins with <html> as markup.
        if (first && codePoint == '<') {
            return "\\x3c";
        }
        if (codePoint < 0x20 || codePoint >= 0x7f && codePoint < 0xa0) {
            return String.format("\\x%02x", codePoint);
        }
        return codePoint < 0x7f || isHarmless(codePoint)
                ? Character.toString(codePoint)
                : String.format("\\u{%x}", codePoint);
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        int all = 0;
        for (int index = from; index < to; index++) {
            all |= bytes[index];
        }
        return all >= 0;
    }

    /** The bytes as UTF-8 if they are, otherwise as Latin-1, so that no byte is lost. Not yet safe to show. */
    public static String decode(byte[] bytes, int from, int to) {
        if (isAscii(bytes, from, to)) {
            // Nearly all lines are: a decoder would be made, and used, for nothing.
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
