// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs root and the kernel's firewall. Without them it is skipped, saying why, and with {@code
 * -Dbailiff.lab.required=true} it fails instead. Root with iptables is never excused.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KernelCondition.class)
public @interface RequiresKernel {}
