// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

/** The order in which bundles start; they stop in the reverse. */
final class StartLevels {
    /** What others wrote. */
    static final int SYSTEM = 1;
    /** Ours. */
    static final int BUNDLES = 2;
    /** Plug-ins. */
    static final int DEPLOYED = 3;
    /** What configures the jails: late, so that whatever a jail names is there when the jail begins. */
    static final int CONFIGURATION = 4;
    /** What only shows and changes: last, so that it holds up no ban. */
    static final int VIEWS = 5;

    private StartLevels() {}
}
