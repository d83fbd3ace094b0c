// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.deployed;

import java.util.regex.Pattern;
import org.bailiff.text.SafeText;

/** What a filter may be called that comes from elsewhere than the administrator's files: it becomes a file's name. */
public final class FilterName {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");

    private FilterName() {}

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches() && !text.contains("..");
    }

    /**
     * The text, if it is a name.
     *
     * @throws IllegalArgumentException if it is not; the message is a sentence for the caller
     */
    public static String checked(String text) {
        if (!isOne(text)) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text, 80)
                            + "' is no filter's name: at most 64 letters, digits and . _ - and no dot at its beginning, e.g. sshd");
        }
        return text;
    }
}
