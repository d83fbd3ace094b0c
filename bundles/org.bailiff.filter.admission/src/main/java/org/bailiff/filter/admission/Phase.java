// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

/** What a change of what is offered means. */
enum Phase {
    /** All comes for the first time: what nobody has asked for yet is not tried. */
    STARTING,
    /** What is offered is a change, and tried at once. */
    AT_WORK,
    /** Nobody works with filters but who asks: all ends, or this is a command of its own. Only who asks has them tried. */
    QUIET
}
