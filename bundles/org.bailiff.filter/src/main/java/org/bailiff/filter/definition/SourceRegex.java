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
        return new FilterException(origin + ": " + key + " " + number + ": " + message);
    }

    public FilterException error(RegexSyntaxException wrong) {
        return new FilterException(origin + ": " + key + " " + number + ": " + wrong.getMessage(), wrong);
    }
}
