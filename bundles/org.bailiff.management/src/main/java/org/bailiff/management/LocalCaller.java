// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.function.Supplier;
import org.bailiff.api.Caller;

/** Whoever attaches to the process: the daemon's user, or root, for the JDK lets nobody else. */
final class LocalCaller implements Supplier<Caller> {
    private final Caller caller = Caller.ofProcess("jmx-local");

    @Override
    public Caller get() {
        return caller;
    }
}
