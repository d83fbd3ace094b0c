// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics;

import java.nio.file.Path;
import org.bailiff.metrics.http.ListenPlace;

/**
 * What {@code bailiff.conf} says of metrics, valid.
 *
 * @param listen where they are told
 */
record MetricsSettings(ListenPlace listen) {
    /** The one key, without the area. */
    static final String LISTEN = "listen";
    /** The area of {@code bailiff.conf}. */
    static final String AREA = "metrics";

    /**
     * @param folder where a path begins that is not absolute
     * @throws IllegalArgumentException for what is not valid; the message is a sentence that names the key
     */
    static MetricsSettings of(String listen, Path folder) {
        try {
            return new MetricsSettings(ListenPlace.parse(listen, folder));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + AREA + "." + LISTEN + "' " + e.getMessage(), e);
        }
    }
}
