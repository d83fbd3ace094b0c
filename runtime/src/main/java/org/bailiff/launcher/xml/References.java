// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

/** The characters that a text names, as {@code &lt;}. */
final class References {
    private References() {}

    /** The text with the five that XML knows by name; none other is plain. */
    static String resolved(String text) throws NotPlain {
        int from = text.indexOf('&');
        if (from < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length());
        int done = 0;
        while (from >= 0) {
            int end = text.indexOf(';', from);
            if (end < 0) {
                throw new NotPlain();
            }
            resolved.append(text, done, from).append(named(text.substring(from + 1, end)));
            done = end + 1;
            from = text.indexOf('&', done);
        }
        return resolved.append(text, done, text.length()).toString();
    }

    private static char named(String name) throws NotPlain {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw new NotPlain();
        };
    }
}
