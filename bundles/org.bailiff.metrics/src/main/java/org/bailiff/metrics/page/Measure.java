// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.util.function.ToDoubleFunction;

/**
 * How a family's value is taken from a status.
 *
 * @param value not a number where there is none to tell
 */
record Measure<T>(Family family, ToDoubleFunction<T> value) {
    /** What a status says of which there is nothing to tell. */
    static final double NONE = Double.NaN;

    static <T> Measure<T> gauge(String name, String help, ToDoubleFunction<T> value) {
        return new Measure<>(Family.gauge(name, help), value);
    }

    static <T> Measure<T> counter(String name, String help, ToDoubleFunction<T> value) {
        return new Measure<>(Family.counter(name, help), value);
    }

    /** The value, or nothing if it is negative, with which our statuses say that there is none. */
    static double unlessNegative(long value) {
        return value < 0 ? NONE : value;
    }
}
