// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.Set;
import org.bailiff.text.Address;

/** The addresses of this host. Thread-safe. */
@FunctionalInterface
public interface OwnAddresses {

    /** As they are now; not to be changed. */
    Set<Address> all();

    /** Those at which all hosts of one of its networks are reached, so that none of them has it; not to be changed. */
    default Set<Address> broadcasts() {
        return Set.of();
    }
}
