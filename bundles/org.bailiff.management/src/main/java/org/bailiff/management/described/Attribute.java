// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.described;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a getter an attribute, named as the getter is without {@code get}. If the interface has a setter of that name too,
 * the attribute is writable.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Attribute {
    /** The description, with its unit. */
    String value();

    /** The descriptor's field {@code units}; left out if empty. */
    String units() default "";

    /** The descriptor's field {@code metricType}. */
    Metric metric() default Metric.NONE;

    /** What kind of number an attribute is. */
    enum Metric {
        /** No number. */
        NONE,
        /** Only grows. */
        COUNTER,
        /** Goes up and down. */
        GAUGE
    }
}
