// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comparisons that samples use to say for which filter and options they hold. */
final class Condition {
    private static final Pattern COMPARISON = Pattern.compile(
            "\\s*(?:(?<name>name)|opts\\.get\\('(?<option>\\w+)'\\))\\s*(?<sign>==|!=)\\s*'(?<value>[^']*)'\\s*");

    private Condition() {}

    static boolean holds(String condition, String filter, Map<String, String> options) {
        Matcher comparison = COMPARISON.matcher(condition);
        if (!comparison.matches()) {
            throw new IllegalArgumentException("a condition of another form: " + condition);
        }
        String actual = comparison.group("name") != null ? filter : options.get(comparison.group("option"));
        return comparison.group("value").equals(actual)
                == comparison.group("sign").equals("==");
    }
}
