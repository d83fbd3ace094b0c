// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A name with parameters, as jails refer to filters and actions: {@code sshd[mode=aggressive, logtype="journal"]}. A
 * value with a comma or a bracket stands in quotes; of a parameter that is given twice, also in a second bracket right
 * behind the first, the last value counts.
 *
 * @param name the name before the bracket
 * @param parameters by name, in the order written
 */
public record Reference(String name, Map<String, String> parameters) {

    public Reference {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The one reference that the text writes.
     *
     * @throws IllegalArgumentException if it writes none, or several; the message says what is wrong
     */
    public static Reference parse(String text) {
        List<Reference> all = parseAll(text);
        if (all.size() != 1) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "' is not one name with parameters; e.g. sshd[mode=normal]");
        }
        return all.get(0);
    }

    /**
     * The references that the text writes, one after another, on one line or several.
     *
     * @throws IllegalArgumentException if it is not written so; the message says what is wrong
     */
    public static List<Reference> parseAll(String text) {
        List<Reference> references = new ArrayList<>();
        ReferenceScanner scanner = new ReferenceScanner(text);
        while (scanner.skipBlanks()) {
            references.add(scanner.reference());
        }
        return references;
    }
}
