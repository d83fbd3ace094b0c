// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.filter.LogLine;

/** What the options beside samples mean for reading them. */
final class Samples {
    private static final String TEST_OPTION = "test.";
    private static final String CONDITION = "test.condition";
    private static final String PREFIX = "test.prefix-line";

    private Samples() {}

    /** Whether the options are for this filter; samples may be shared. */
    static boolean isMeant(Map<String, String> options, String filter) {
        return !options.containsKey(CONDITION) || Condition.holds(options.get(CONDITION), filter, options);
    }

    /** Those of the options that are the filter's. */
    static Map<String, String> parameters(Map<String, String> options) {
        Map<String, String> parameters = new HashMap<>(options);
        parameters.keySet().removeIf(name -> name.startsWith(TEST_OPTION));
        return parameters;
    }

    static boolean isOfJournal(Map<String, String> options) {
        return "journal".equals(options.get("logtype"));
    }

    static String line(SampleFile.Sample sample, Map<String, String> options) {
        return options.getOrDefault(PREFIX, "") + sample.line();
    }

    static LogLine logLine(String line, boolean ofJournal) {
        return new LogLine(line, Oracle.NOW, false, ofJournal ? Optional.of(Oracle.NOW) : Optional.empty());
    }
}
