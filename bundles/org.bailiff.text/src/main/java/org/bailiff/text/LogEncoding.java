// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Character sets of logs by the names that are in use for {@code logencoding}: those of the JDK, and Python's. */
public final class LogEncoding {
    /** What tells nothing: UTF-8 where the bytes are that, else Latin-1. */
    private static final String AUTO = "auto";

    private static final String PLAIN = "\n[Az09]";

    /** Python's, that the JDK has under another name. */
    private static final Map<String, String> OTHERS = Map.of(
            "latin-1", "ISO-8859-1",
            "utf-8-sig", "UTF-8",
            "mac-roman", "x-MacRoman",
            "mac-cyrillic", "x-MacCyrillic");

    private LogEncoding() {}

    /**
     * The character set of that name; empty for {@code auto}.
     *
     * @throws IllegalArgumentException if there is none of that name, or lines cannot be told apart in it; the message is
     *     a sentence for the user
     */
    public static Optional<Charset> parse(String name) {
        if (name.equalsIgnoreCase(AUTO)) {
            return Optional.empty();
        }
        Charset charset = find(name);
        if (!charset.canEncode()
                || !Arrays.equals(PLAIN.getBytes(charset), PLAIN.getBytes(StandardCharsets.US_ASCII))) {
            throw new IllegalArgumentException("'" + SafeText.of(name, 60)
                    + "' does not write a line end as one byte, so that lines cannot be told apart; have the service log in"
                    + " utf-8");
        }
        return Optional.of(charset);
    }

    private static Charset find(String name) {
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
