// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.Set;
import org.bailiff.text.Address;

/** The addresses of this host. */
@FunctionalInterface
public interface OwnAddresses {

    /** As they are now; not to be changed. */
    Set<Address> all();
}
