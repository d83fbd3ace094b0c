// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.Map;
import org.bailiff.text.Address;

/** Addresses that must not be locked out at the moment. Thread-safe. */
@FunctionalInterface
public interface NeverBanned {

    /** They and why, as people write it; not to be changed. */
    Map<Address, String> all();
}
