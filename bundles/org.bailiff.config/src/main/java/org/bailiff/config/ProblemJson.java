// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bailiff.api.config.Problem;

/** Problems as JSON. */
final class ProblemJson {
    private ProblemJson() {}

    /** An array, one object a problem and line. */
    static String array(List<Problem> problems) {
        return problems.stream().map(ProblemJson::object).collect(Collectors.joining(",\n", "[", "]"));
    }

    private static String object(Problem problem) {
        return "{\"severity\": " + quoted(problem.severity().name().toLowerCase(Locale.ROOT))
                + ", \"file\": " + quoted(problem.file())
                + ", \"line\": " + problem.line()
                + ", \"jail\": " + quoted(problem.jail())
                + ", \"message\": " + quoted(problem.message()) + "}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character < 0x20 || Character.isSurrogate((char) character)) {
                quoted.append(String.format("\\u%04x", character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }
}
