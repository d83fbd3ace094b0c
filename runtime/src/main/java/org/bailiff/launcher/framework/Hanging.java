// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import org.osgi.framework.BundleException;

/** A plug-in has not answered in time; the thread that asked it is abandoned, and may go on for ever. */
final class Hanging extends BundleException {
    private static final long serialVersionUID = 1;

    private final transient Thread abandoned;

    /** @param abandoned which asks it; null if it was not even asked */
    Hanging(String sentence, Thread abandoned) {
        super(sentence);
        this.abandoned = abandoned;
    }

    /** Whether it has not answered yet. From any thread. */
    boolean goesOn() {
        return abandoned != null && abandoned.isAlive();
    }
}
