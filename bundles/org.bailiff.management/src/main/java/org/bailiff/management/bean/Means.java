// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.management.show.Discretion;

/**
 * What the beans of the daemon and of jails answer and act by. Thread-safe.
 *
 * @param caller who is calling on this thread
 */
public record Means(ConfigurationAccess configuration, Wishes wishes, Supplier<Caller> caller, InstantSource clock) {

    /** What the caller may see of log text. */
    Discretion discretion() {
        return new Discretion(caller.get());
    }
}
