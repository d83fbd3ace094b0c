// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The text of a definition as clients send it, some of which, like jconsole, have fields of one line and turn line ends into
 * blanks.
 */
final class DefinitionText {
    private static final String BASE64 = "base64:";
    private static final char ESCAPE = '\\';

    private DefinitionText() {}

    /**
     * The text with its line ends. One that has some is taken as it is. In one that has none, the two characters {@code \n}
     * are a line end, unless a backslash that is not itself escaped stands before them; all else stays, so that regexes
     * survive: no other escape is looked at.
     *
     * @throws IllegalArgumentException if it has no line ends in any form; the message is a sentence
     */
    static String decode(String typed) {
        if (typed.startsWith(BASE64)) {
            return normalised(fromBase64(typed.substring(BASE64.length())));
        }
        if (typed.contains("\n") || typed.contains("\r")) {
            return normalised(typed);
        }
        String decoded = unescaped(typed);
        if (!decoded.contains("\n")) {
            throw new IllegalArgumentException(Arguments.quoted(typed)
                    + " has no line ends, which the field may have turned into blanks: write each line end as the two"
                    + " characters \\n, or give base64: and the whole text so encoded");
        }
        return decoded;
    }

    private static String normalised(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String unescaped(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        int index = 0;
        while (index < typed.length()) {
            char character = typed.charAt(index);
            if (character != ESCAPE || index + 1 == typed.length()) {
                text.append(character);
                index++;
            } else {
                // Both characters at once, so that the second backslash of a pair begins nothing.
                char escaped = typed.charAt(index + 1);
                text.append(escaped == 'n' ? "\n" : typed.substring(index, index + 2));
                index += 2;
            }
        }
        return text.toString();
    }

    private static String fromBase64(String encoded) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded.replaceAll("\\s", ""));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "what follows base64: is not a text in UTF-8 so encoded; e.g. 'base64 -w0 sshd.conf' makes it", e);
        }
    }
}
