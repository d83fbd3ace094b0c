// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.described;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names and describes a parameter of an operation. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Named {
    /** The name. */
    String value();

    /** The description, with its unit. */
    String description();
}
