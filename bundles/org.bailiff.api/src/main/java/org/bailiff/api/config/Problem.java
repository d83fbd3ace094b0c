// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

/**
 * Something wrong in a configuration.
 *
 * @param severity see {@link Severity}
 * @param file where; empty if nowhere
 * @param line from 1; 0 if the whole file
 * @param jail which jail it concerns; empty if all
 * @param message what is wrong with which key, and the mend; one sentence
 */
public record Problem(Severity severity, String file, int line, String jail, String message) {

    /** How bad it is. */
    public enum Severity {
        /** It works, probably not as meant. */
        WARNING,
        /** The jail, or the daemon, cannot work so. */
        ERROR
    }

    /** {@code FILE:LINE: error: message}. */
    @Override
    public String toString() {
        String place = file.isEmpty() ? "" : file + (line > 0 ? ":" + line : "") + ": ";
        return place + (severity == Severity.ERROR ? "error: " : "warning: ") + message;
    }
}
