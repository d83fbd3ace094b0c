// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.List;
import java.util.Optional;
import org.bailiff.filter.date.DateFinder;
import org.bailiff.filter.regex.Regex;

/**
 * A definition, compiled.
 *
 * @param dates finds the date, which is cut out before anything else is matched
 * @param prefix what every failure's line matches first; its {@code content}, if it captures one, is what the
 *     failregexes see
 * @param failures in order; the first that matches counts
 * @param vetoes ignoreregexes
 */
public record Rules(DateFinder dates, Optional<Regex> prefix, List<Regex> failures, List<Regex> vetoes) {

    public Rules {
        failures = List.copyOf(failures);
        vetoes = List.copyOf(vetoes);
    }
}
