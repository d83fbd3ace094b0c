// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

/** The trial came to its end, and what came of it is not what the log and the orders lead to. */
public final class WrongOutcome extends AssertionError {
    private static final long serialVersionUID = 1L;

    WrongOutcome(String trial, AssertionError why, String warnings) {
        super(trial + ": " + why.getMessage().strip() + "\nThe daemon's warnings:\n" + warnings, why);
    }
}
