// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.help;

/** Texts for JSON. The launcher says little in it; a library would cost every start more than it saves. */
public final class JsonText {
    private JsonText() {}

    /** The text in quotation marks; what is no printable ASCII is escaped. */
    public static String of(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ' || character > '~') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
