// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

/** How a command ended, and what it said. */
public record Outcome(int exitCode, String out, String err) {
    public boolean succeeded() {
        return exitCode == 0;
    }
}
