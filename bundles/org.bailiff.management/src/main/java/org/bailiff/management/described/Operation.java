// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.described;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bailiff.api.Role;

/** Makes a method an operation. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    /** The description. */
    String value();

    /** Who may use it; the descriptor's field {@code role}. */
    Role role() default Role.VIEWER;

    /** Whether it only reads: its impact is INFO. What a viewer may use only reads in any case. */
    boolean reads() default false;
}
