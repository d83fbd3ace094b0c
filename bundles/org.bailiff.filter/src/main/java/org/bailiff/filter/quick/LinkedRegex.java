// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** The steps of a regex as one class of its own, which the JVM compiles for itself. */
abstract class LinkedRegex {
    /** As {@link Step#run} of its first step. */
    abstract boolean run(QuickText text, int at);
}
