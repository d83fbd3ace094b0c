// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import org.bailiff.text.Address;

/** The addresses of this host. */
@FunctionalInterface
public interface OwnAddresses {
    boolean contains(Address address);
}
