// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

/**
 * What several values with different labels have in common.
 *
 * @param name without the suffix that the kind adds; ends with the unit if there is one
 * @param kind see {@link Kind}
 * @param help one sentence
 */
record Family(String name, Kind kind, String help) {
    private static final String[] UNITS = {"seconds", "bytes"};

    /** What its values are. */
    enum Kind {
        /** May go up and down. */
        GAUGE("gauge", "gauge", ""),
        /** Only goes up, until it begins anew. */
        COUNTER("counter", "counter", "_total"),
        /** Quantiles of what was observed. */
        SUMMARY("summary", "summary", ""),
        /** One of several words: 1 for the one that holds, 0 for the others. */
        STATES("stateset", "gauge", ""),
        /** Texts as labels. */
        INFO("info", "gauge", "_info"),
        /** A value of which more is not promised. */
        UNKNOWN("unknown", "untyped", "");

        private final String openMetrics;
        private final String prometheus;
        private final String suffix;

        Kind(String openMetrics, String prometheus, String suffix) {
            this.openMetrics = openMetrics;
            this.prometheus = prometheus;
            this.suffix = suffix;
        }

        String word(Form form) {
            return form == Form.OPENMETRICS ? openMetrics : prometheus;
        }
    }

    static Family gauge(String name, String help) {
        return new Family(name, Kind.GAUGE, help);
    }

    static Family counter(String name, String help) {
        return new Family(name, Kind.COUNTER, help);
    }

    static Family summary(String name, String help) {
        return new Family(name, Kind.SUMMARY, help);
    }

    static Family states(String name, String help) {
        return new Family(name, Kind.STATES, help);
    }

    /** What stands before the labels of a value. */
    String sampleName() {
        return name + kind.suffix;
    }

    /** What the lines about it call it. */
    String describedName(Form form) {
        return form == Form.OPENMETRICS ? name : sampleName();
    }

    /** Its unit; empty if it has none. */
    String unit() {
        for (String unit : UNITS) {
            if (name.endsWith("_" + unit)) {
                return unit;
            }
        }
        return "";
    }
}
