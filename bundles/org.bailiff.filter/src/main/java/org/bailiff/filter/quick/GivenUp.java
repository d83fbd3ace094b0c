// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Unwinds a search that took too many steps. There is one of it, and it tells nothing: it is no error. */
final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final GivenUp SIGNAL = new GivenUp();

    private GivenUp() {
        super(null, null, false, false);
    }
}
