// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.text.SafeText;

/** Examines the key for a log's character set. */
final class EncodingCheck {
    static final String KEY = "logencoding";

    private EncodingCheck() {}

    static List<Problem> check(JailConfiguration jail) {
        Findings findings = new Findings(jail, KEY);
        String value = jail.value(KEY).orElse("").strip();
        if (!value.isEmpty() && !value.equalsIgnoreCase("auto") && !isKnown(value)) {
            findings.error("'" + SafeText.of(value) + "' is not a known character set; write auto, utf-8 or latin1");
        }
        return findings.problems();
    }

    private static boolean isKnown(String name) {
        try {
            Charset.forName(name);
            return true;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return false;
        }
    }
}
