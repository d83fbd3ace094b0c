// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

/** Bailiff cannot go on; the message is a sentence that says why and what to do. */
public final class LaunchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitStatus;

    public LaunchException(int exitStatus, String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    public LaunchException(int exitStatus, String message, Throwable cause) {
        super(message, cause);
        this.exitStatus = exitStatus;
    }

    public int exitStatus() {
        return exitStatus;
    }
}
