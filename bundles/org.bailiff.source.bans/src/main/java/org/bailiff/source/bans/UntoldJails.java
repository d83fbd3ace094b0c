// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.api.jail.JailState;

/** The jails whose bans are not told to others. Thread-safe. */
final class UntoldJails {
    /** Those that read bans themselves: two of them would tell each other. */
    private final Set<String> readers = ConcurrentHashMap.newKeySet();
    /** Those that ban nobody in earnest. */
    private final Set<String> simulating = ConcurrentHashMap.newKeySet();

    /** A jail is there, or has changed. */
    void configured(String jail, boolean readsBans) {
        note(readers, jail, readsBans);
    }

    /** A jail is not there any more. */
    void gone(String jail) {
        readers.remove(jail);
        simulating.remove(jail);
    }

    void stateChanged(String jail, JailState state) {
        note(simulating, jail, state == JailState.SIMULATING);
    }

    private static void note(Set<String> jails, String jail, boolean member) {
        if (member) {
            jails.add(jail);
        } else {
            jails.remove(jail);
        }
    }

    boolean has(String jail) {
        return readers.contains(jail) || simulating.contains(jail);
    }
}
