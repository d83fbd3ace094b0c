// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.IOException;
import java.util.Set;
import org.bailiff.text.Address;

/** Asks the host's resolver. */
@FunctionalInterface
public interface NameLookup {

    /**
     * The addresses of the name. May take as long as it likes.
     *
     * @throws IOException if there are none, or nobody can say; it is tried again later
     */
    Set<Address> addressesOf(String name) throws IOException;
}
