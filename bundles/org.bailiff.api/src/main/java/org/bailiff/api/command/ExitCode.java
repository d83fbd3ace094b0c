// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.command;

/** How a command ends, the same for every verb. */
public enum ExitCode {
    OK(0),
    FAILED(1),
    USAGE(2),
    NOT_RUNNING(3),
    DENIED(4),
    /** As in sysexits.h: the configuration is wrong, so trying again is no use. */
    CONFIGURATION(78);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
