// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.described;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a bean is. Stands on the interface that {@link DescribedBean} makes an MBean of. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Described {
    /** The description. */
    String value();
}
