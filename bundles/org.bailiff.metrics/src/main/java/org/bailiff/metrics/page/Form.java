// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.util.Locale;

/** The forms of text in which metrics are told. */
public enum Form {
    /** OpenMetrics 1.0.0. */
    OPENMETRICS("application/openmetrics-text", "1.0.0"),
    /** Prometheus' own older text. */
    PROMETHEUS("text/plain", "0.0.4");

    private final String type;
    private final String version;

    Form(String type, String version) {
        this.type = type;
        this.version = version;
    }

    /** The value of the header Content-Type. */
    public String contentType() {
        return type + "; version=" + version + "; charset=utf-8";
    }

    /**
     * What a caller prefers; {@link #PROMETHEUS}, which everybody reads, unless OpenMetrics is asked for.
     *
     * @param accept the value of the header Accept; empty if there is none
     */
    public static Form preferred(String accept) {
        double openMetrics = 0;
        double plain = 0;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.strip().split("\\s*;\\s*", -1);
            if (parts[0].equals(OPENMETRICS.type) && OPENMETRICS.isVersionOf(parts)) {
                openMetrics = Math.max(openMetrics, quality(parts));
            } else if (parts[0].equals(PROMETHEUS.type)) {
                plain = Math.max(plain, quality(parts));
            }
        }
        return openMetrics > 0 && openMetrics >= plain ? OPENMETRICS : PROMETHEUS;
    }

    private boolean isVersionOf(String... parts) {
        String asked = parameter("version", version, parts);
        return asked.equals(version);
    }

    private static double quality(String... parts) {
        String quality = parameter("q", "1", parts);
        return quality.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(quality) : 0;
    }

    private static String parameter(String name, String usual, String... parts) {
        for (String part : parts) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return usual;
    }
}
