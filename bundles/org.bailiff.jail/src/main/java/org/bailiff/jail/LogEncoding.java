// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.bailiff.text.SafeText;

/** Character sets by the names that are in use for {@code logencoding}: those of the JDK, and Python's. */
final class LogEncoding {
    /** Python's, that the JDK has under another name. */
    private static final Map<String, String> OTHERS = Map.of(
            "latin-1", "ISO-8859-1",
            "utf-8-sig", "UTF-8",
            "mac-roman", "x-MacRoman",
            "mac-cyrillic", "x-MacCyrillic");

    private LogEncoding() {}

    /**
     * @throws IllegalArgumentException if there is none of that name; the message is a sentence for the user
     */
    static Charset parse(String name) {
        String dashed = name.toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            return Charset.isSupported(name)
                    ? Charset.forName(name)
                    : Charset.forName(OTHERS.getOrDefault(dashed, dashed));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(name, 60) + "' is no known character set; write auto, utf-8 or latin1", unknown);
        }
    }
}
