// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.definition;

import org.bailiff.api.filter.FilterException;
import org.bailiff.dialect.Origin;
import org.bailiff.filter.regex.RegexSyntaxException;

/**
 * A regex as a definition writes it.
 *
 * @param key of the definition
 * @param number from 1, of those with this key
 * @param text after interpolation, with its tags
 * @param origin where it stands
 */
public record SourceRegex(String key, int number, String text, Origin origin) {

    /** What to say if it is wrong. */
    public FilterException error(String message) {
        return error(message, null);
    }

    public FilterException error(RegexSyntaxException wrong) {
        return error(wrong.getMessage(), wrong);
    }

    private FilterException error(String message, Throwable cause) {
        return new FilterException(origin.file(), origin.line(), key + " " + number + ": " + message, cause);
    }
}
